#include "delivery/print_run.h"

#include <fmt/format.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <map>
#include <memory>
#include <set>

#include "files/sha256.h"

namespace mognad {
namespace {

/// Adds what an object is made of, all it refers to included, to `text`; streams as a hash of their bytes. Objects that
/// were met before are named by when they were met, so that one that leads back to itself ends.
void describe(QPDFObjectHandle object, std::map<QPDFObjGen, std::size_t>& met, std::string& text) {
  if (object.isIndirect()) {
    const auto [at, is_new] = met.try_emplace(object.getObjGen(), met.size());
    text += fmt::format("{}#", at->second);
    if (!is_new) return;
  }
  if (object.isStream()) {
    const std::shared_ptr<Buffer> data = object.getRawStreamData();
    text += sha256_hex({reinterpret_cast<const char*>(data->getBuffer()), data->getSize()});
    object = object.getDict();
  }
  if (object.isArray()) {
    text += '[';
    for (const QPDFObjectHandle& item : object.getArrayAsVector()) describe(item, met, text), text += ' ';
    text += ']';
  } else if (object.isDictionary()) {
    text += "<<";
    for (auto& [key, value] : object.getDictAsMap()) text += key + " ", describe(value, met, text), text += ' ';
    text += ">>";
  } else {
    text += object.unparseResolved();
  }
}

std::string digest(QPDFObjectHandle object) {
  std::map<QPDFObjGen, std::size_t> met;
  std::string text;
  describe(std::move(object), met, text);
  return sha256_hex(text);
}

class PrintRun {
 public:
  PrintRun(const std::vector<PrintPiece>& pieces, PrintSides sides) : pieces_(pieces), sides_(sides) {
    joined_.emptyPDF();
  }

  /// Throws what libqpdf throws; current() says in which piece.
  std::string run() {
    for (const PrintPiece& piece : pieces_) {
      current_ = piece.name;
      add(piece);
    }
    current_.clear();
    write_bookmarks();
    return written();
  }

  const std::string& current() const { return current_; }

 private:
  /// Fonts or images of some pages that were in an earlier piece: they aren't copied, but put back when the pages are.
  struct TakenOut {
    QPDFObjectHandle resources;  // of the piece
    std::string kind;            // "/Font"
    std::string name;            // "/F1"
    QPDFObjectHandle shared;     // of the joined file
    std::string digest;          // nothing is shared yet: what is copied now will be, under this digest
    std::size_t page = 0;        // one of the pages that show it, in the piece
  };

  void add(const PrintPiece& piece) {
    QPDF file;
    file.setSuppressWarnings(true);
    file.processMemoryFile(piece.name.c_str(), piece.bytes.data(), piece.bytes.size());
    std::vector<QPDFObjectHandle> pages = file.getAllPages();
    if (pages.empty()) throw std::runtime_error("it has no pages");
    if (joined_pages_ == 0) copy_colours(file);
    if (sides_ == PrintSides::both && joined_pages_ % 2 == 1) add_empty_page();
    const std::vector<TakenOut> taken = take_out_shared(pages);
    const std::size_t first = joined_pages_;
    for (QPDFObjectHandle& page : pages) {
      // Of what is only for a screen or for reading aloud nothing is printed.
      for (const char* key : {"/Annots", "/StructParents", "/Tabs", "/Metadata", "/AF"}) page.removeKey(key);
      joined_.addPage(page, false);
      ++joined_pages_;
    }
    put_back(taken, first);
    starts_.push_back(first);
  }

  /// What the colours mean, so that a printer needn't guess; all pieces have the same.
  void copy_colours(QPDF& file) {
    QPDFObjectHandle intents = file.getRoot().getKey("/OutputIntents");
    if (!intents.isArray()) return;
    joined_.getRoot().replaceKey("/OutputIntents", joined_.copyForeignObject(file.makeIndirectObject(intents)));
  }

  void add_empty_page() {
    QPDFObjectHandle last = joined_.getAllPages().back();
    QPDFObjectHandle page = QPDFObjectHandle::parse("<</Type /Page /Resources <<>>>>");
    page.replaceKey("/MediaBox", last.getKey("/MediaBox").unsafeShallowCopy());
    page.replaceKey("/Contents", QPDFObjectHandle::newStream(&joined_, "\n"));
    joined_.addPage(joined_.makeIndirectObject(page), false);
    ++joined_pages_;
  }

  std::vector<TakenOut> take_out_shared(std::vector<QPDFObjectHandle>& pages) {
    std::vector<TakenOut> taken;
    std::set<QPDFObjGen> seen;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      QPDFObjectHandle resources = pages[i].getKey("/Resources");
      if (!resources.isDictionary() || (resources.isIndirect() && !seen.insert(resources.getObjGen()).second)) continue;
      for (const char* kind : {"/Font", "/XObject"}) take_out(resources, kind, i, taken);
    }
    return taken;
  }

  void take_out(QPDFObjectHandle resources, const char* kind, std::size_t page, std::vector<TakenOut>& taken) {
    QPDFObjectHandle all = resources.getKey(kind);
    if (!all.isDictionary()) return;
    for (auto& [name, object] : all.getDictAsMap()) {
      TakenOut one{resources, kind, name, {}, digest(object), page};
      if (const auto known = shared_.find(one.digest); known != shared_.end()) {
        one.shared = known->second;
        all.removeKey(name);
      }
      taken.push_back(std::move(one));
    }
  }

  void put_back(const std::vector<TakenOut>& taken, std::size_t first) {
    const std::vector<QPDFObjectHandle>& pages = joined_.getAllPages();
    for (const TakenOut& one : taken) {
      QPDFObjectHandle page = pages.at(first + one.page);
      QPDFObjectHandle all = page.getKey("/Resources").getKey(one.kind);
      if (one.shared.isInitialized()) all.replaceKey(one.name, one.shared);
      else shared_.try_emplace(one.digest, all.getKey(one.name));
    }
  }

  /// One level (ISO 32000-1, 12.3.3).
  void write_bookmarks() {
    if (starts_.empty()) return;
    const std::vector<QPDFObjectHandle>& pages = joined_.getAllPages();
    QPDFObjectHandle root = joined_.makeIndirectObject(QPDFObjectHandle::parse("<</Type /Outlines>>"));
    std::vector<QPDFObjectHandle> marks;
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      QPDFObjectHandle mark = QPDFObjectHandle::newDictionary();
      mark.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(pieces_[i].name));
      mark.replaceKey("/Parent", root);
      mark.replaceKey("/Dest", QPDFObjectHandle::newArray({pages.at(starts_[i]), QPDFObjectHandle::newName("/Fit")}));
      marks.push_back(joined_.makeIndirectObject(mark));
      if (i == 0) continue;
      marks[i].replaceKey("/Prev", marks[i - 1]);
      marks[i - 1].replaceKey("/Next", marks[i]);
    }
    root.replaceKey("/First", marks.front());
    root.replaceKey("/Last", marks.back());
    root.replaceKey("/Count", QPDFObjectHandle::newInteger(static_cast<long long>(marks.size())));
    joined_.getRoot().replaceKey("/Outlines", root);
    joined_.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
  }

  std::string written() {
    QPDFWriter writer(joined_);
    writer.setOutputMemory();
    writer.setDeterministicID(true);  // from the content: never from the clock
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.write();
    const std::unique_ptr<Buffer> buffer(writer.getBuffer());
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  }

  const std::vector<PrintPiece>& pieces_;
  PrintSides sides_;
  QPDF joined_;
  std::size_t joined_pages_ = 0;
  std::map<std::string, QPDFObjectHandle> shared_;  // fonts and images of the joined file, by digest
  std::vector<std::size_t> starts_;                 // the first page of each piece
  std::string current_;
};

}  // namespace

Result<std::string> join_for_print(const std::vector<PrintPiece>& pieces, PrintSides sides) {
  PrintRun run(pieces, sides);
  try {
    return run.run();
  } catch (const std::exception& failure) {
    return error_at({run.current()}, fmt::format("it can't be joined for print: {}", failure.what()));
  }
}

}  // namespace mognad
