// The sender's logo, an SVG or PNG file, as pixels on the paper's colour: what a document shows is the same on every
// machine and holds nothing of the file but its picture. The file is read whole and decoded from memory.
#pragma once

#include "base/colour.h"
#include "base/geometry.h"
#include "base/result.h"
#include "drawing/raster.h"
#include "files/files.h"

namespace mognad {

/// At 600 pixels to the inch for a picture that fills `box` (points) as far as its shape lets it; a PNG with fewer
/// pixels keeps those that it has. Over 5 MB, over 25 million pixels, damaged, or no such picture: an error. So few
/// pixels that print shows them, or nothing but paper: a warning.
Result<Raster> read_logo(const std::string& path, Size box, Colour paper, const Files& files);

}  // namespace mognad
