#include "export/pdf/pdf_file.h"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_pages.h>
#include <libdeflate.h>

#include <deque>
#include <unordered_map>

namespace mognad::pdf {
namespace {

static_assert(HPDF_VERSION_ID == 20300, "the object layer below is that of libharu 2.3.0");

constexpr unsigned kNumberMask = 0x00FFFFFF;

/// Called by libharu for each dictionary with text of ours: the entries that it does not know of.
HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream) {
  const auto* text = static_cast<const std::string*>(dict->attr);
  return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(text->data()),
                           static_cast<HPDF_UINT>(text->size()));
}

/// libharu calls this from C: record, never throw. Its errors stick, so the first one tells.
void record_error(HPDF_STATUS error, HPDF_STATUS detail, void* data) {
  auto& text = *static_cast<std::string*>(data);
  if (text.empty()) text = fmt::format("libharu error 0x{:04X}, detail {}", error, detail);
}

}  // namespace

Deflated deflate(std::string_view bytes, Effort effort) {
  struct Free {
    void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
  };
  using Compressor = std::unique_ptr<libdeflate_compressor, Free>;
  // Making a compressor clears much memory: one for each thread is enough. Level 3 costs 2 % of size against level 6
  // and saves a millisecond a report; level 9 is small and still quick to begin with.
  thread_local const Compressor quick(libdeflate_alloc_compressor(3));
  const Compressor small(effort == Effort::small ? libdeflate_alloc_compressor(9) : nullptr);
  libdeflate_compressor* compressor = small ? small.get() : quick.get();
  std::string out(libdeflate_zlib_compress_bound(compressor, bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), out.data(), out.size()));
  return {std::move(out)};
}

struct PdfFile::State {
  std::string error;
  HPDF_Doc doc = nullptr;
  std::deque<std::string> texts;  // what dictionaries point at until the file is written
  std::unordered_map<unsigned, HPDF_Dict> reserved;

  State() : doc(HPDF_New(record_error, &error)) {
    if (doc) doc->pdf_version = HPDF_VER_17;
  }
  ~State() {
    if (doc) HPDF_Free(doc);
  }

  void attach(HPDF_Dict dict, std::string text) {
    dict->attr = &texts.emplace_back(std::move(text));
    dict->write_fn = write_entries;
  }

  static Ref ref_of(const void* object) { return {static_cast<const HPDF_Obj_Header*>(object)->obj_id & kNumberMask}; }

  HPDF_Dict new_dict() {
    HPDF_Dict dict = HPDF_Dict_New(doc->mmgr);
    HPDF_Xref_Add(doc->xref, dict);
    return dict;
  }

  static void write(HPDF_Stream stream, std::string_view bytes) {
    HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()), static_cast<HPDF_UINT>(bytes.size()));
  }
};

PdfFile::PdfFile() : state_(std::make_unique<State>()) {}
PdfFile::~PdfFile() = default;

Ref PdfFile::reserve() {
  HPDF_Dict dict = state_->new_dict();
  const Ref ref = State::ref_of(dict);
  state_->reserved.emplace(ref.number, dict);
  return ref;
}

void PdfFile::define(Ref object, Dict entries) {
  state_->attach(state_->reserved.at(object.number), entries.entries());
}

Ref PdfFile::add(Dict entries) {
  HPDF_Dict dict = state_->new_dict();
  state_->attach(dict, entries.entries());
  return State::ref_of(dict);
}

Ref PdfFile::add_stream(const Dict& entries, const Deflated& data) {
  HPDF_Dict dict = HPDF_DictStream_New(state_->doc->mmgr, state_->doc->xref);
  // libharu would compress again if it knew of the filter: the entry is ours.
  state_->attach(dict, entries.entries() + "/Filter /FlateDecode\n");
  State::write(dict->stream, data.bytes);
  return State::ref_of(dict);
}

Ref PdfFile::add_plain_stream(const Dict& entries, std::string_view data) {
  HPDF_Dict dict = HPDF_DictStream_New(state_->doc->mmgr, state_->doc->xref);
  state_->attach(dict, entries.entries());
  State::write(dict->stream, data);
  return State::ref_of(dict);
}

Ref PdfFile::add_page(double width, double height, Ref resources, int struct_parents, const Deflated& contents,
                      const std::vector<Ref>& annotations) {
  HPDF_Page page = HPDF_AddPage(state_->doc);
  HPDF_Page_SetWidth(page, static_cast<HPDF_REAL>(width));
  HPDF_Page_SetHeight(page, static_cast<HPDF_REAL>(height));
  HPDF_Dict_Add(page, "Resources", state_->reserved.at(resources.number));
  HPDF_Dict_AddNumber(page, "StructParents", struct_parents);
  HPDF_Dict_AddName(page, "Tabs", "S");
  if (!annotations.empty()) {
    // The dictionary of a page has attributes of libharu's own, so its entries go through libharu.
    HPDF_Array list = HPDF_Array_New(state_->doc->mmgr);
    HPDF_Dict_Add(page, "Annots", list);
    for (const Ref annotation : annotations) HPDF_Array_Add(list, state_->reserved.at(annotation.number));
  }
  const auto* attributes = static_cast<HPDF_PageAttr>(page->attr);
  state_->attach(attributes->contents, "/Filter /FlateDecode\n");
  State::write(attributes->stream, contents.bytes);
  return State::ref_of(page);
}

void PdfFile::set_catalog(Dict entries) { state_->attach(state_->doc->catalog, entries.entries()); }

void PdfFile::set_info(Dict entries) {
  HPDF_Dict_RemoveElement(state_->doc->info, "Producer");
  state_->attach(state_->doc->info, entries.entries());
}

void PdfFile::set_id(std::string_view bytes) {
  const std::string id = hex_string(bytes);
  state_->attach(state_->doc->trailer, fmt::format("/ID [{} {}]\n", id, id));
}

Result<std::string> PdfFile::finish() {
  if (!state_->doc) return error_at({}, "libharu could not begin a document");
  HPDF_SaveToStream(state_->doc);
  std::string bytes;
  if (state_->error.empty()) {
    bytes.resize(HPDF_GetStreamSize(state_->doc));
    HPDF_ResetStream(state_->doc);
    auto size = static_cast<HPDF_UINT32>(bytes.size());
    HPDF_ReadFromStream(state_->doc, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
    bytes.resize(size);
  }
  if (!state_->error.empty()) return error_at({}, state_->error);
  return bytes;
}

}  // namespace mognad::pdf
