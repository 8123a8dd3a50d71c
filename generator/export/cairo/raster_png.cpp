#include "export/cairo/raster_png.h"

#include <cairo.h>
#include <fmt/format.h>

#include <cstdint>
#include <cstring>
#include <memory>

namespace mognad {
namespace {

struct Destroy {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroy>;

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

cairo_status_t add_bytes(void* to, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Result<std::string> png_of(const Raster& raster) {
  if (raster.columns < 1 || raster.rows < 1) return error_at({}, "a picture has no size", "choose another logo");
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, raster.columns, raster.rows));
  if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
    return error_at({}, fmt::format("a picture couldn't be made: {}", cairo_status_to_string(status)));
  put_pixels(surface.get(), raster);
  std::string png;
  if (const auto status = cairo_surface_write_to_png_stream(surface.get(), add_bytes, &png);
      status != CAIRO_STATUS_SUCCESS)
    return error_at({}, fmt::format("a picture couldn't be written: {}", cairo_status_to_string(status)));
  return png;
}

}  // namespace mognad
