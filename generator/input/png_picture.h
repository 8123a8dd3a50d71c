// PNG pictures (ISO/IEC 15948), decoded from memory by libpng.
#pragma once

#include <string_view>

#include "base/colour.h"
#include "base/geometry.h"
#include "base/result.h"
#include "drawing/raster.h"

namespace mognad {

/// Flattened on the paper's colour, and shrunk to 600 pixels to the inch of a `box` in points. The size is looked at
/// before anything is decoded: over 25 million pixels is an error, as is a damaged file.
Result<Raster> read_png(std::string_view bytes, const std::string& file, Size box, Colour paper);

}  // namespace mognad
