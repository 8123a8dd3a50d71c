// Everything in a finished file that can be read as text, wherever it stands: on pages and in their margins, in
// alternative texts, bookmarks and other strings, in the metadata, and in attached files.
#pragma once

#include <string>
#include <vector>

#include "verification/conformance.h"
#include "verification/hidden_marks.h"
#include "verification/xmp.h"

namespace mognad::verification {

struct SpokenText {
  std::string where;  // "page 3", "object 17", "XMP", "attachment in object 12"
  std::string text;
};

/// How a file that the stream embeds is called in findings.
std::string attachment_place(const Document& document, const Object& stream);

/// What a page shows, each piece that is placed by itself in a line of its own, so that the labels of a chart don't run
/// together; what a word's pieces are is told by page_text alone.
std::string shown_pieces(const ReadFile& file, std::size_t page, const HiddenMarks& hidden = {});

/// Pages first, without what is hidden on them, each once, then the rest in the order of objects.
std::vector<SpokenText> spoken_texts(const ReadFile& file, const Xmp& xmp, const HiddenMarks& hidden = {});

}  // namespace mognad::verification
