#include "drawing/raster.h"

#include <cairo.h>

#include <algorithm>
#include <cstdint>

namespace mognad {
namespace {

/// The pixels of a row or column, from which one of fewer is made.
struct Part {
  int from = 0;
  int to = 0;
};

Part part_of(int index, int count, int all) {
  const auto at = [&](int i) { return static_cast<int>(static_cast<std::int64_t>(i) * all / count); };
  return {at(index), std::max(at(index + 1), at(index) + 1)};
}

void append_mean(std::string& out, const Raster& raster, Part columns, Part rows) {
  const std::int64_t count = static_cast<std::int64_t>(columns.to - columns.from) * (rows.to - rows.from);
  for (int channel = 0; channel < 3; ++channel) {
    std::int64_t sum = 0;
    for (int y = rows.from; y < rows.to; ++y)
      for (int x = columns.from; x < columns.to; ++x) {
        const std::size_t at =
            3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(raster.columns) + static_cast<std::size_t>(x));
        sum += static_cast<unsigned char>(raster.pixels[at + static_cast<std::size_t>(channel)]);
      }
    out += static_cast<char>((2 * sum + count) / (2 * count));
  }
}

}  // namespace

Raster shrunk(const Raster& raster, int columns, int rows) {
  Raster small{columns, rows, {}, {}};
  small.pixels.reserve(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows) * 3);
  for (int y = 0; y < rows; ++y)
    for (int x = 0; x < columns; ++x)
      append_mean(small.pixels, raster, part_of(x, columns, raster.columns), part_of(y, rows, raster.rows));
  return small;
}

void Canvas::Destroy::operator()(_cairo* context) const { cairo_destroy(context); }

Canvas::Canvas(int columns, int rows, Colour paper) {
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows);
  context_.reset(cairo_create(surface));
  cairo_surface_destroy(surface);
  cairo_set_source_rgb(context_.get(), paper.red / 255.0, paper.green / 255.0, paper.blue / 255.0);
  cairo_paint(context_.get());
}

Raster Canvas::raster() const {
  cairo_surface_t* surface = cairo_get_target(context_.get());
  cairo_surface_flush(surface);
  Raster raster{cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), {}, {}};
  raster.pixels.reserve(static_cast<std::size_t>(raster.columns) * static_cast<std::size_t>(raster.rows) * 3);
  const unsigned char* row = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; y < raster.rows; ++y, row += stride) {
    const auto* pixels = reinterpret_cast<const std::uint32_t*>(row);  // 0x00RRGGBB, as Cairo lays it out
    for (int x = 0; x < raster.columns; ++x)
      for (const int shift : {16, 8, 0}) raster.pixels += static_cast<char>(pixels[x] >> shift & 0xFFu);
  }
  return raster;
}

}  // namespace mognad
