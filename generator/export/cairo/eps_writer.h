// A Picture to EPS (Adobe EPSF 3.0), painted by Cairo as the PNG is: letters as outlines, so no font has to be at hand.
#pragma once

#include <string>

#include "base/result.h"
#include "drawing/picture.h"
#include "text/glyph_outlines.h"

namespace mognad {

struct EpsOptions {
  std::string title;   // DSC comment %%Title
  std::string notice;  // a comment: that the data are an example; empty: nothing
  std::string date;    // ISO 8601, instead of the clock's
  Colour paper{0xFF, 0xFF, 0xFF};
};

/// The file's bytes, the same for the same input. A picture without a size is an error.
Result<std::string> write_eps(const Picture& picture, const EpsOptions& options, GlyphOutlines& outlines);

}  // namespace mognad
