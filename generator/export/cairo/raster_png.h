// Pixels to PNG as they are, for pages that show a logo. Any thread may call it.
#pragma once

#include <string>

#include "base/result.h"
#include "drawing/raster.h"

namespace mognad {

/// The file's bytes, the same for the same pixels. A raster without a size is an error.
Result<std::string> png_of(const Raster& raster);

}  // namespace mognad
