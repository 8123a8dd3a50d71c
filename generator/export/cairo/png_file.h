// The bytes of a PNG file (PNG, second edition) of 24 bits a pixel, from rows as Cairo paints them. Figures are large
// and mostly even, so each row is told as its difference from the one above and packed quickly: a third of the time
// that Cairo's own writer takes. Pure; callable from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/result.h"

namespace mognad {

/// Pixels of 0x00RRGGBB in the machine's byte order, borrowed; the upper byte is ignored.
struct PixelRows {
  int columns = 0;  // at least 1, as rows
  int rows = 0;
  const unsigned char* first = nullptr;
  std::size_t stride = 0;  // bytes from a row to the next
};

/// Quick for what is large and seldom looked at, small for what a page shows by the thousand.
enum class PngPacking { quick, small };

/// `dpi`: pixels an inch, told in the file (pHYs). An error only where there is no memory to pack with.
Result<std::string> png_file(const PixelRows& pixels, double dpi, PngPacking packing = PngPacking::quick);

}  // namespace mognad
