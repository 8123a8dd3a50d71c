#include "verification/spoken_text.h"

#include <fmt/format.h>

#include "verification/page_text.h"

namespace mognad::verification {
namespace {

// A file that nests deeper was made to exhaust the stack.
constexpr int kDeepestText = 100;
// Between texts that stand apart: no name reaches over it.
constexpr std::string_view kBetween = "\n|\n";

class ObjectTexts {
 public:
  explicit ObjectTexts(const Document& document) : document_(document), seen_(document.objects.size()) {}

  void read(const Value& value, int depth) {
    if (depth > kDeepestText) return;
    if (const String* string = value.string()) {
      (text += text_of(*string)) += kBetween;
    } else if (const Array* array = value.array()) {
      for (const Value& item : *array) read(item, depth + 1);
    } else if (const Dictionary* dictionary = value.dictionary()) {
      for (const Dictionary::Entry& entry : dictionary->entries()) {
        // The files that a file specification brings (ISO 32000-1, 7.11.4.1).
        if (entry.key == "EF") read_attached(document_.resolve(entry.value));
        read(entry.value, depth + 1);
      }
    }
  }

  std::string text;                     // of the object
  std::vector<const Object*> attached;  // files, each once

 private:
  void read_attached(const Value& files) {
    const Dictionary* names = files.dictionary();
    if (!names) return;
    for (const Dictionary::Entry& entry : names->entries()) {
      const Object* stream = document_.stream(entry.value);
      if (!stream) continue;
      const auto number = static_cast<std::size_t>(stream - document_.objects.data());
      if (!seen_[number]) attached.push_back(stream);
      seen_[number] = true;
    }
  }

  const Document& document_;
  std::vector<bool> seen_;  // by object number: attached
};

void add_values(const std::vector<XmpProperty>& properties, int depth, std::string& text) {
  if (depth > kDeepestText) return;
  for (const XmpProperty& property : properties) {
    (text += property.value) += kBetween;
    add_values(property.items, depth + 1, text);
  }
}

}  // namespace

std::string attachment_place(const Document& document, const Object& stream) {
  return fmt::format("attachment in object {}", &stream - document.objects.data());
}

std::string shown_pieces(const ReadFile& file, std::size_t page, const HiddenMarks& hidden) {
  std::string text;
  if (page >= file.contents.size()) return text;
  for (const ShownText& shown : file.contents[page].shown) {
    if (!shown.continues) text += '\n';
    if (is_hidden(hidden, file.contents[page], page, shown.mark)) text += '|';
    else text += file.fonts.text(shown.font, shown.codes);
  }
  return text;
}

std::vector<SpokenText> spoken_texts(const ReadFile& file, const Xmp& xmp, const HiddenMarks& hidden) {
  std::vector<SpokenText> texts;
  for (std::size_t page = 0; page < file.document.pages.size(); ++page)
    texts.push_back({on_page(page), page_text(file, page, Artifacts::included, hidden).append(kBetween) +
                                        shown_pieces(file, page, hidden)});
  const std::vector<Object>& objects = file.document.objects;
  ObjectTexts read(file.document);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    read.read(objects[i].value, 0);
    if (!read.text.empty()) texts.push_back({at_object(static_cast<int>(i)), std::move(read.text)});
    read.text.clear();
  }
  for (const Object* stream : read.attached) texts.push_back({attachment_place(file.document, *stream), stream->data});
  std::string values;
  add_values(xmp.properties, 0, values);
  texts.push_back({"XMP", std::move(values)});
  return texts;
}

}  // namespace mognad::verification
