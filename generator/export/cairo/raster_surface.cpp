#include "export/cairo/raster_surface.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace mognad {
namespace {

constexpr std::size_t kMostKept = 3;

/// Each pixel is one 32-bit number of the machine's own byte order, 0x00RRGGBB (cairo_format_t).
void put_pixels(cairo_surface_t* surface, const Raster& raster) {
  cairo_surface_flush(surface);
  const auto columns = static_cast<std::size_t>(raster.columns);
  for (std::size_t y = 0; y < static_cast<std::size_t>(raster.rows); ++y) {
    unsigned char* row =
        cairo_image_surface_get_data(surface) + y * static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    for (std::size_t x = 0; x < columns; ++x) {
      const auto byte = [&](std::size_t i) -> std::uint32_t {
        return static_cast<unsigned char>(raster.pixels[(y * columns + x) * 3 + i]);
      };
      const std::uint32_t pixel = byte(0) << 16 | byte(1) << 8 | byte(2);
      std::memcpy(row + x * sizeof pixel, &pixel, sizeof pixel);
    }
  }
  cairo_surface_mark_dirty(surface);
}

int pixels_of(double shown, int own) { return std::clamp(static_cast<int>(std::lround(shown)), 1, own); }

}  // namespace

CairoSurface surface_of(const Raster& raster) {
  CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, raster.columns, raster.rows));
  if (cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS) put_pixels(surface.get(), raster);
  return surface;
}

cairo_surface_t* ShownImages::shown(const std::shared_ptr<const Raster>& raster, double columns, double rows) {
  const int across = pixels_of(columns, raster->columns), down = pixels_of(rows, raster->rows);
  const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) {
    return kept.raster == raster && kept.columns == across && kept.rows == down;
  });
  if (found != kept_.end()) {
    std::rotate(found, found + 1, kept_.end());
    return kept_.back().surface.get();
  }
  if (kept_.size() == kMostKept) kept_.erase(kept_.begin());
  kept_.push_back({raster, across, down, surface_of(shrunk(*raster, across, down))});
  return kept_.back().surface.get();
}

}  // namespace mognad
