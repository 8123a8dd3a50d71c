#include "input/png_picture.h"

#include <fmt/format.h>
#include <png.h>

#include <cmath>

namespace mognad {
namespace {

constexpr double kMostPixels = 25e6;
constexpr double kPixelsToThePoint = 600.0 / 72;

/// libpng's own structure, which must be freed whatever happens.
struct PngImage {
  png_image value{};
  PngImage() { value.version = PNG_IMAGE_VERSION; }
  ~PngImage() { png_image_free(&value); }
  PngImage(const PngImage&) = delete;
  PngImage& operator=(const PngImage&) = delete;
};

Problem damaged(const std::string& file, const png_image& image) {
  return error_at({file}, fmt::format("the logo is not a whole PNG: {}", image.message), "export it again");
}

}  // namespace

Result<Raster> read_png(std::string_view bytes, const std::string& file, Size box, Colour paper) {
  PngImage png;
  if (!png_image_begin_read_from_memory(&png.value, bytes.data(), bytes.size())) return damaged(file, png.value);
  const double width = png.value.width, height = png.value.height;
  if (width * height > kMostPixels)
    return error_at({file}, fmt::format("the logo has {} × {} pixels, expected at most 25 million", width, height),
                    "a logo needs no more than 1,400 × 400 pixels");
  png.value.format = PNG_FORMAT_RGB;
  Raster raster{static_cast<int>(width), static_cast<int>(height), std::string(PNG_IMAGE_SIZE(png.value), '\0'), {}};
  const png_color ground{paper.red, paper.green, paper.blue};
  if (!png_image_finish_read(&png.value, &ground, raster.pixels.data(), 0, nullptr)) return damaged(file, png.value);
  const Size size = fitted({width, height}, box);
  const int columns = std::max(1, static_cast<int>(std::lround(size.width * kPixelsToThePoint)));
  const int rows = std::max(1, static_cast<int>(std::lround(size.height * kPixelsToThePoint)));
  if (columns < raster.columns && rows < raster.rows) return shrunk(raster, columns, rows);
  return raster;
}

}  // namespace mognad
