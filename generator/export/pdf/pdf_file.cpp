#include "export/pdf/pdf_file.h"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_pages.h>
#include <libdeflate.h>

#include <deque>
#include <vector>

namespace mognad::pdf {
namespace {

static_assert(HPDF_VERSION_ID == 20300, "the object layer below is that of libharu 2.3.0");

constexpr unsigned kNumberMask = 0x00FFFFFF;
constexpr HPDF_UINT kPieceOfMemory = 64 * 1024;

/// Called by libharu for each dictionary with text of ours: the entries that it does not know of.
HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream) {
  const auto* text = static_cast<const std::string*>(dict->attr);
  return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(text->data()),
                           static_cast<HPDF_UINT>(text->size()));
}

HPDF_STATUS append_to_file(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
  static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
  return HPDF_OK;
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
  // Making a compressor clears much memory: one for each thread is enough. Level 1 costs 3 % of a report's size against
  // level 3 and saves half of the time; level 9 is small and still quick to begin with.
  thread_local const Compressor quick(libdeflate_alloc_compressor(1));
  const Compressor small(effort == Effort::small ? libdeflate_alloc_compressor(9) : nullptr);
  libdeflate_compressor* compressor = small ? small.get() : quick.get();
  const std::size_t room = libdeflate_zlib_compress_bound(compressor, bytes.size());
  const auto out = std::make_unique_for_overwrite<char[]>(room);
  return {std::string(out.get(), libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), out.get(), room))};
}

struct PdfFile::State {
  /// A stream's bytes as libharu asks for them, with whom they belong.
  struct Source {
    std::string own;
    std::string_view bytes;
    std::size_t at = 0;

    static Source& of(HPDF_Stream stream) { return *static_cast<Source*>(stream->attr); }

    static HPDF_STATUS read(HPDF_Stream stream, HPDF_BYTE* into, HPDF_UINT* size) {
      Source& source = of(stream);
      const std::size_t wanted = *size;
      const std::size_t read = source.bytes.copy(reinterpret_cast<char*>(into), wanted, source.at);
      source.at += read;
      *size = static_cast<HPDF_UINT>(read);
      return read < wanted ? HPDF_STREAM_EOF : HPDF_OK;
    }
    /// libharu only ever goes back to the beginning.
    static HPDF_STATUS seek(HPDF_Stream stream, HPDF_INT position, HPDF_WhenceMode) {
      of(stream).at = static_cast<std::size_t>(position);
      return HPDF_OK;
    }
    static HPDF_INT32 tell(HPDF_Stream stream) { return static_cast<HPDF_INT32>(of(stream).at); }
    static HPDF_UINT32 size(HPDF_Stream stream) { return static_cast<HPDF_UINT32>(of(stream).bytes.size()); }
  };

  std::string error;
  HPDF_Doc doc = nullptr;
  std::deque<std::string> texts;  // what dictionaries point at until the file is written
  std::deque<Source> sources;     // what streams read from until the file is written
  std::vector<HPDF_Dict> dicts;   // by their number, where they may be referred to; null: another's

  // A report has thousands of objects that live as long as the file: they are cut from large pieces.
  State() : doc(HPDF_NewEx(record_error, nullptr, nullptr, kPieceOfMemory, &error)) {
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

  /// The dictionary's stream reads the source: libharu's own would copy its bytes one at a time.
  void read_from(HPDF_Dict dict, Source& source) {
    if (dict->stream) HPDF_Stream_Free(dict->stream);
    dict->stream = HPDF_CallbackReader_New(doc->mmgr, Source::read, Source::seek, Source::tell, Source::size, &source);
  }

  Source& keep(std::string bytes) {
    Source& source = sources.emplace_back(Source{std::move(bytes), {}, 0});
    source.bytes = source.own;
    return source;
  }

  Ref add_stream(std::string entries, Source& source) {
    HPDF_Dict dict = HPDF_DictStream_New(doc->mmgr, doc->xref);
    attach(dict, std::move(entries));
    read_from(dict, source);
    return ref_of(dict);
  }
};

// libharu would compress again if it knew of the filter: the entry is ours.
constexpr const char* kDeflated = "/Filter /FlateDecode\n";

PdfFile::PdfFile() : state_(std::make_unique<State>()) {}
PdfFile::~PdfFile() = default;

Ref PdfFile::reserve() {
  HPDF_Dict dict = state_->new_dict();
  const Ref ref = State::ref_of(dict);
  state_->dicts.resize(ref.number + std::size_t{1});
  state_->dicts[ref.number] = dict;
  return ref;
}

void PdfFile::define(Ref object, Dict entries) { state_->attach(state_->dicts.at(object.number), entries.take()); }

Ref PdfFile::add(Dict entries) {
  HPDF_Dict dict = state_->new_dict();
  state_->attach(dict, entries.take());
  return State::ref_of(dict);
}

Ref PdfFile::add_stream(const Dict& entries, Deflated data) {
  return state_->add_stream(entries.entries() + kDeflated, state_->keep(std::move(data.bytes)));
}

Ref PdfFile::add_shared_stream(const Dict& entries, const Deflated& data) {
  return state_->add_stream(entries.entries() + kDeflated,
                            state_->sources.emplace_back(State::Source{{}, data.bytes, 0}));
}

Ref PdfFile::add_plain_stream(const Dict& entries, std::string data) {
  return state_->add_stream(entries.entries(), state_->keep(std::move(data)));
}

Ref PdfFile::add_page(double width, double height, Ref resources, int struct_parents, Deflated contents,
                      const std::vector<Ref>& annotations) {
  HPDF_Page page = HPDF_AddPage(state_->doc);
  HPDF_Page_SetWidth(page, static_cast<HPDF_REAL>(width));
  HPDF_Page_SetHeight(page, static_cast<HPDF_REAL>(height));
  HPDF_Dict_Add(page, "Resources", state_->dicts.at(resources.number));
  HPDF_Dict_AddNumber(page, "StructParents", struct_parents);
  HPDF_Dict_AddName(page, "Tabs", "S");
  if (!annotations.empty()) {
    // The dictionary of a page has attributes of libharu's own, so its entries go through libharu.
    HPDF_Array list = HPDF_Array_New(state_->doc->mmgr);
    HPDF_Dict_Add(page, "Annots", list);
    for (const Ref annotation : annotations) HPDF_Array_Add(list, state_->dicts.at(annotation.number));
  }
  auto* attributes = static_cast<HPDF_PageAttr>(page->attr);
  state_->attach(attributes->contents, kDeflated);
  state_->read_from(attributes->contents, state_->keep(std::move(contents.bytes)));
  attributes->stream = attributes->contents->stream;
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

/// As HPDF_SaveToStream does it, but into a string of ours.
Result<std::string> PdfFile::finish() {
  if (!state_->doc) return error_at({}, "libharu could not begin a document");
  constexpr std::string_view kHeader = "%PDF-1.7\n%\267\276\255\252\n";  // the second line says: not text
  constexpr std::size_t kUsual = 512 * 1024;
  std::string bytes;
  bytes.reserve(kUsual);
  HPDF_Dict_Add(state_->doc->trailer, "Root", state_->doc->catalog);
  HPDF_Dict_Add(state_->doc->trailer, "Info", state_->doc->info);
  HPDF_Stream out = HPDF_CallbackWriter_New(state_->doc->mmgr, append_to_file, &bytes);
  if (out) {
    HPDF_Stream_Write(out, reinterpret_cast<const HPDF_BYTE*>(kHeader.data()), static_cast<HPDF_UINT>(kHeader.size()));
    HPDF_Xref_WriteToStream(state_->doc->xref, out, nullptr);
    HPDF_Stream_Free(out);
  }
  if (!state_->error.empty()) return error_at({}, state_->error);
  return bytes;
}

}  // namespace mognad::pdf
