// A Picture to EPS (Adobe EPSF 3.0, language level 2). Letters are outlines, so no font has to be at hand; the shape of
// each stands in the file once, as a procedure of its own, and text calls it. Seven bits, short lines and nothing but
// paths: programs that set pages take it apart as they like.
#pragma once

#include <string>

#include "base/result.h"
#include "drawing/picture.h"
#include "text/glyph_outlines.h"

namespace mognad {

struct EpsOptions {
  std::string title;   // DSC comment %%Title
  std::string notice;  // a comment: that the data are an example; empty: nothing
  std::string date;    // ISO 8601, of the survey and not of the clock
  Colour paper{0xFF, 0xFF, 0xFF};
};

/// The file's bytes, the same for the same input. A picture without a size is an error.
Result<std::string> write_eps(const Picture& picture, const EpsOptions& options, GlyphOutlines& outlines);

}  // namespace mognad
