// What is other in two pictures of the same page, as a third one: the later picture faded, and on it, dark, every pixel
// that differs, so that a changed digit is found on a page at a glance. Pure; any thread may call it.
#pragma once

#include <optional>

#include "drawing/raster.h"

namespace mognad {

/// As large as the larger of both sides; what only one of them covers is other. `mark` is the colour of what differs,
/// with a ring of `tint` around it. Nothing where all pixels are the same.
std::optional<Raster> raster_difference(const Raster& before, const Raster& after, Colour mark, Colour tint);

}  // namespace mognad
