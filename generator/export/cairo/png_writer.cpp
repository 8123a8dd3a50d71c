#include "export/cairo/png_writer.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <string_view>

#include "export/cairo/painter.h"

namespace mognad {
namespace {

std::string big_endian(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFF);
  return bytes;
}

/// The checksum of a chunk (PNG, second edition, 5.5).
std::uint32_t crc_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc & 1 ? crc >> 1 ^ 0xEDB88320u : crc >> 1;
  }
  return ~crc;
}

/// Puts the pixels' size behind the header, where it must be before the pixels themselves (PNG, 11.3.5.3).
void add_resolution(std::string& png, double dpi) {
  constexpr std::size_t kHeaderEnd = 8 + 25;                                                   // signature and IHDR
  const std::string each = big_endian(static_cast<std::uint32_t>(std::lround(dpi / 0.0254)));  // a metre
  const std::string chunk = "pHYs" + each + each + '\1';
  png.insert(kHeaderEnd, big_endian(9) + chunk + big_endian(crc_of(chunk)));
}

}  // namespace

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
  std::string png;
  const auto status = cairo_surface_write_to_png_stream(surface.get(), append_bytes, &png);
  if (status != CAIRO_STATUS_SUCCESS) return painting_failed(status);
  add_resolution(png, options.dpi);
  return png;
}

}  // namespace mognad
