#include "export/cairo/png_writer.h"

#include <fmt/format.h>

#include <cmath>

#include "export/cairo/painter.h"
#include "export/cairo/png_file.h"

namespace mognad {
Result<std::string> write_png(const Picture& picture, const PngOptions& options, GlyphOutlines& outlines) {
  const double scale = options.dpi / 72;
  const double width = std::round(picture.size.width * scale);
  const double height = std::round(picture.size.height * scale);
  // Written so that what is not a number is refused too.
  if (!(width >= 1 && height >= 1)) return error_at({}, "a picture has no size", "this is a fault of the program");
  if (!(width * height <= kMostPixels))
    return error_at({}, fmt::format("a picture would have {:.0f} × {:.0f} pixels", width, height),
                    fmt::format("the most is {:.0f} million: choose fewer dots an inch", kMostPixels / 1e6));
  const CairoSurface surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height)));
  const CairoContext context(cairo_create(surface.get()));
  cairo_scale(context.get(), scale, scale);
  Painter painter(context.get(), outlines);
  painter.fill_ground(options.paper);
  painter.run(picture);
  if (const auto status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS) return painting_failed(status);
  cairo_surface_flush(surface.get());
  return png_file({static_cast<int>(width), static_cast<int>(height), cairo_image_surface_get_data(surface.get()),
                   static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()))},
                  options.dpi);
}

}  // namespace mognad
