#include "verification/document.h"

#include <libdeflate.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <cstdint>
#include <exception>
#include <memory>
#include <set>

namespace mognad::verification {
namespace {

const Value kNull;
// A file that nests deeper was made to exhaust the stack.
constexpr int kDeepestObject = 100;

Value convert(QPDFObjectHandle handle, bool top, int depth);

Dictionary convert_dictionary(QPDFObjectHandle handle, int depth) {
  Dictionary made;
  for (auto& [key, value] : handle.getDictAsMap()) made.set(key.substr(1), convert(value, false, depth + 1));
  return made;
}

Value convert(QPDFObjectHandle handle, bool top, int depth) {
  if (!top && handle.isIndirect()) return Reference{handle.getObjectID(), handle.getGeneration()};
  if (depth > kDeepestObject) return {};
  switch (handle.getTypeCode()) {
    case ::ot_boolean: return handle.getBoolValue();
    case ::ot_integer: return static_cast<long long>(handle.getIntValue());
    case ::ot_real: return handle.getNumericValue();
    case ::ot_string: return String{handle.getStringValue()};
    case ::ot_name: return Name{handle.getName().substr(1)};
    case ::ot_array: {
      Array made;
      for (auto& item : handle.getArrayAsVector()) made.push_back(convert(item, false, depth + 1));
      return made;
    }
    case ::ot_dictionary: return convert_dictionary(handle, depth);
    case ::ot_stream: return convert_dictionary(handle.getDict(), depth);
    default: return {};
  }
}

/// Pictures of these kinds stay as they are: what matters of them stands in the dictionary.
bool is_picture_format(const Value& filter) { return filter.name() == "DCTDecode" || filter.name() == "JPXDecode"; }

bool is_deflated_alone(const Dictionary& stream) {
  const Value& filter = stream["Filter"];
  const bool alone = filter.array() && filter.array()->size() == 1;
  return (alone ? filter.array()->front() : filter).name() == "FlateDecode";
}

/// Whether deflated data end with the checksum of what they hold (RFC 1950, 2.2), which libqpdf passes over.
bool has_checksum(const Buffer& raw, const std::string& data) {
  static constexpr std::size_t kChecksum = 4;
  if (raw.getSize() > kChecksum) {
    const unsigned char* at = raw.getBuffer() + raw.getSize() - kChecksum;
    std::uint32_t told = 0;
    for (std::size_t i = 0; i < kChecksum; ++i) told = told << 8U | at[i];
    if (told == libdeflate_adler32(1, data.data(), data.size())) return true;
  }
  // Bytes may follow the checksum, or a predictor has changed the data; then only a second decoding tells.
  const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> again(
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  // A predictor adds one byte to each row, which has one at least.
  const std::size_t most = 2 * data.size() + 1;
  const auto room = std::make_unique_for_overwrite<char[]>(most);
  std::size_t used = 0;
  std::size_t made = 0;
  return again && libdeflate_zlib_decompress_ex(again.get(), raw.getBuffer(), raw.getSize(), room.get(), most, &used,
                                                &made) == LIBDEFLATE_SUCCESS;
}

void read_stream(QPDFObjectHandle handle, Object& object) {
  object.is_stream = true;
  const Value& filter = (*object.value.dictionary())["Filter"];
  const bool raw = is_picture_format(filter) ||
                   (filter.array() && filter.array()->size() == 1 && is_picture_format(filter.array()->front()));
  const std::shared_ptr<Buffer> data = raw ? handle.getRawStreamData() : handle.getStreamData(qpdf_dl_generalized);
  object.data.assign(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  if (is_deflated_alone(*object.value.dictionary()) && !has_checksum(*handle.getRawStreamData(), object.data))
    object.undecodable = true;
}

/// By the cross-reference table: getAllObjects would first look for references to nowhere, in a third of the time that
/// a whole check takes; to us they are null.
void read_objects(QPDF& file, Document& document) {
  for (const auto& [id, entry] : file.getXRefTable()) {
    if (entry.getType() == 0) continue;
    QPDFObjectHandle handle = file.getObject(id);
    const auto number = static_cast<std::size_t>(id.getObj());
    if (number > document.bytes.size()) {  // a list as long as the number would be made to exhaust memory
      document.complaints.push_back("object " + std::to_string(number) + " has a number that is larger than the file");
      continue;
    }
    if (document.objects.size() <= number) document.objects.resize(number + 1);
    Object& object = document.objects[number];
    object.value = convert(handle, true, 0);
    if (!handle.isStream()) continue;
    try {
      read_stream(handle, object);
    } catch (const std::exception& failure) {
      object.undecodable = true;
      document.complaints.push_back(failure.what());
    }
  }
}

/// Each node once: a tree that leads back to itself, or twice to the same place, would grow without end.
void add_pages(Document& document, const Value& node_reference, Dictionary inherited, int depth, std::set<int>& seen) {
  const Dictionary* node = document.resolve(node_reference).dictionary();
  const auto* reference = std::get_if<Reference>(&node_reference);
  if (!node || !reference || depth > kDeepestObject || !seen.insert(reference->number).second) {
    document.complaints.push_back("the page tree has a node that is no dictionary, or leads to one twice");
    return;
  }
  for (const char* key : {"Resources", "MediaBox", "CropBox", "Rotate"})
    if (node->has(key)) inherited.set(key, (*node)[key]);
  if (const Array* kids = document.get(*node, "Kids").array()) {
    for (const Value& kid : *kids) add_pages(document, kid, inherited, depth + 1, seen);
    return;
  }
  DocumentPage page{*reference, *node};
  for (const Dictionary::Entry& entry : inherited.entries()) page.dictionary.set(entry.key, entry.value);
  document.pages.push_back(std::move(page));
}

}  // namespace

Document Document::read(std::string bytes) {
  Document document;
  document.bytes = std::move(bytes);
  QPDF file;
  file.setSuppressWarnings(true);
  file.setAttemptRecovery(false);
  try {
    file.processMemoryFile("the file", document.bytes.data(), document.bytes.size());
    document.version = file.getPDFVersion();
    read_objects(file, document);
    document.trailer = convert_dictionary(file.getTrailer(), 0);
    if (const Dictionary* root = document.get(document.trailer, "Root").dictionary()) document.catalog = *root;
    std::set<int> seen;
    if (document.catalog.has("Pages")) add_pages(document, document.catalog["Pages"], {}, 0, seen);
  } catch (const std::exception& failure) {
    document.complaints.push_back(failure.what());
  }
  for (const QPDFExc& warning : file.getWarnings()) document.complaints.push_back(warning.what());
  return document;
}

const Value& Document::object(int number) const {
  return number > 0 && static_cast<std::size_t>(number) < objects.size()
             ? objects[static_cast<std::size_t>(number)].value
             : kNull;
}

const Value& Document::resolve(const Value& value) const {
  const Value* at = &value;
  // A chain of references is allowed to be a few long; a circle is none.
  for (int steps = 0; steps < 10; ++steps) {
    const auto* reference = std::get_if<Reference>(at);
    if (!reference) return *at;
    at = &object(reference->number);
  }
  return kNull;
}

const Object* Document::stream(const Value& value) const {
  const auto* reference = std::get_if<Reference>(&value);
  if (!reference || reference->number <= 0 || static_cast<std::size_t>(reference->number) >= objects.size())
    return nullptr;
  const Object& found = objects[static_cast<std::size_t>(reference->number)];
  return found.is_stream ? &found : nullptr;
}

int Document::page_of(const Reference& reference) const {
  for (std::size_t i = 0; i < pages.size(); ++i)
    if (pages[i].object == reference) return static_cast<int>(i);
  return -1;
}

}  // namespace mognad::verification
