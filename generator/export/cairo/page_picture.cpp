#include "export/cairo/page_picture.h"

#include <cmath>

#include "export/cairo/png_file.h"
#include "export/cairo/png_writer.h"

namespace mognad {

/// The one painted on before, where it is as large.
cairo_surface_t* PagePainter::sheet(int columns, int rows) {
  const bool fits = sheet_ && cairo_image_surface_get_width(sheet_.get()) == columns &&
                    cairo_image_surface_get_height(sheet_.get()) == rows;
  if (!fits) sheet_.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows));
  return sheet_.get();
}

Result<PagePicture> PagePainter::paint(const Picture& page, int columns) {
  const double scale = columns / page.size.width;
  const double height = std::round(page.size.height * scale);
  // Written so that what is not a number is refused too.
  if (!(columns >= 1 && height >= 1 && columns * height <= kMostPixels))
    return error_at({}, "a page has no size", "this is a fault of the program");
  const int rows = static_cast<int>(height);
  cairo_surface_t* surface = sheet(columns, rows);
  const CairoContext context(cairo_create(surface));
  cairo_scale(context.get(), scale, scale);
  // Fewer shades at an edge: half the time, a third less to store, and no difference to the eye at this size.
  if (columns <= kFirstPageColumns) cairo_set_antialias(context.get(), CAIRO_ANTIALIAS_FAST);
  Painter painter(context.get(), outlines_, &images_);
  painter.fill_ground(paper_);
  painter.run(page);
  if (const auto status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS) return painting_failed(status);
  cairo_surface_flush(surface);
  Problems problems;
  auto png = png_file({columns, rows, cairo_image_surface_get_data(surface),
                       static_cast<std::size_t>(cairo_image_surface_get_stride(surface))},
                      72 * scale, PngPacking::small)
                 .take(problems);
  if (!png) return problems;
  return PagePicture{std::move(*png), columns, rows};
}

}  // namespace mognad
