#include "export/cairo/raster_png.h"

#include <fmt/format.h>

#include "export/cairo/raster_surface.h"

namespace mognad {
namespace {

cairo_status_t add_bytes(void* to, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Result<std::string> png_of(const Raster& raster) {
  if (raster.columns < 1 || raster.rows < 1) return error_at({}, "a picture has no size", "choose another logo");
  const CairoSurface surface = surface_of(raster);
  if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
    return error_at({}, fmt::format("a picture couldn't be made: {}", cairo_status_to_string(status)));
  std::string png;
  if (const auto status = cairo_surface_write_to_png_stream(surface.get(), add_bytes, &png);
      status != CAIRO_STATUS_SUCCESS)
    return error_at({}, fmt::format("a picture couldn't be written: {}", cairo_status_to_string(status)));
  return png;
}

}  // namespace mognad
