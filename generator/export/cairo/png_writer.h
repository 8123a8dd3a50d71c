// A Picture to PNG, painted by Cairo on an opaque ground. Letters are painted as outlines, unhinted, so the picture is
// the same on every machine and no font has to be installed.
#pragma once

#include <string>

#include "base/result.h"
#include "drawing/picture.h"
#include "text/glyph_outlines.h"

namespace mognad {

struct PngOptions {
  double dpi = 300;                // pixels an inch; also told in the file (pHYs)
  Colour paper{0xFF, 0xFF, 0xFF};  // fills the picture
};

/// The most pixels that one picture may have.
inline constexpr double kMostPixels = 100e6;

/// The file's bytes, the same for the same input. A picture without a size, or with more than kMostPixels, is an error.
Result<std::string> write_png(const Picture& picture, const PngOptions& options, GlyphOutlines& outlines);

}  // namespace mognad
