// PdfFile: one document under libharu. libharu numbers and writes the objects, the cross-reference table and the pages;
// it has no structure tree, no Unicode text and no usable metadata of its own, so every other object is written as the
// text of a dictionary. Belongs to one thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "export/pdf/pdf_values.h"

namespace mognad::pdf {

/// Bytes for a stream that are compressed already.
struct Deflated {
  std::string bytes;
};

/// How hard to try: a page that is written once should be quick, a font that goes into every document small.
enum class Effort { quick, small };

/// Deflates with libdeflate (zlib format).
Deflated deflate(std::string_view bytes, Effort effort = Effort::quick);

class PdfFile {
 public:
  PdfFile();
  ~PdfFile();
  PdfFile(const PdfFile&) = delete;
  PdfFile& operator=(const PdfFile&) = delete;

  /// An object whose contents come later, so that others can refer to it.
  Ref reserve();
  void define(Ref object, Dict entries);
  Ref add(Dict entries);

  Ref add_stream(const Dict& entries, Deflated data);
  /// One that many documents have in common, which must outlive this one: it isn't copied.
  Ref add_shared_stream(const Dict& entries, const Deflated& data);
  /// A stream that must stay readable as it is (XMP metadata).
  Ref add_plain_stream(const Dict& entries, std::string data);

  /// A page of that size in points, with one content stream, shared resources and the annotations given.
  Ref add_page(double width, double height, Ref resources, int struct_parents, Deflated contents,
               const std::vector<Ref>& annotations = {});

  void set_catalog(Dict entries);
  void set_info(Dict entries);
  /// Both halves of the trailer's ID.
  void set_id(std::string_view bytes);

  /// The whole file, or what libharu complained of.
  Result<std::string> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mognad::pdf
