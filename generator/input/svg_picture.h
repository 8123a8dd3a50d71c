// SVG pictures, painted by librsvg from memory and without an address, so that nothing outside them is reached.
#pragma once

#include <string_view>

#include "base/colour.h"
#include "base/geometry.h"
#include "base/result.h"
#include "drawing/raster.h"

namespace mognad {

/// Painted on the paper's colour at 600 pixels to the inch, as large as its shape lets it be in a `box` in points. What
/// svg_rules.h forbids, a damaged file and one without a size are errors.
Result<Raster> read_svg(std::string_view text, const std::string& file, Size box, Colour paper);

}  // namespace mognad
