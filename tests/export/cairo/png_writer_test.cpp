#include "export/cairo/png_writer.h"

#include <cairo.h>
#include <catch2/catch.hpp>

#include <cmath>
#include <cstring>
#include <limits>

#include "support/figures.h"
#include "support/programs.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// The pixels of a PNG file, read by Cairo.
struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<std::uint32_t> colours;  // 0x..RRGGBB

  std::uint32_t at(int x, int y) const {
    return colours[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)] &
           0xFFFFFF;
  }
};

Pixels pixels_of(cairo_surface_t* surface) {
  REQUIRE(cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS);
  Pixels pixels{cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), {}};
  pixels.colours.resize(static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height));
  for (int y = 0; y < pixels.height; ++y)
    std::memcpy(pixels.colours.data() + static_cast<std::ptrdiff_t>(y) * pixels.width,
                cairo_image_surface_get_data(surface) +
                    static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(surface),
                static_cast<std::size_t>(pixels.width) * 4);
  cairo_surface_destroy(surface);
  return pixels;
}

Pixels read_png(const std::string& bytes) {
  struct Source {
    const std::string& bytes;
    std::size_t at = 0;
  } source{bytes};
  return pixels_of(cairo_image_surface_create_from_png_stream(
      [](void* from, unsigned char* to, unsigned length) {
        auto& s = *static_cast<Source*>(from);
        if (s.at + length > s.bytes.size()) return CAIRO_STATUS_READ_ERROR;
        std::memcpy(to, s.bytes.data() + s.at, length);
        s.at += length;
        return CAIRO_STATUS_SUCCESS;
      },
      &source));
}

std::string png_of(const Picture& picture, double dpi) {
  GlyphOutlines outlines(small_survey().loaded->fonts);
  auto png = write_png(picture, {.dpi = dpi}, outlines);
  for (const Problem& problem : png.problems) UNSCOPED_INFO(to_text(problem));
  REQUIRE(png);
  return std::move(*png);
}

/// The mean difference of a channel, 0 to 255, where both have pixels.
double difference(const Pixels& a, const Pixels& b) {
  double sum = 0;
  const int width = std::min(a.width, b.width);
  const int height = std::min(a.height, b.height);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      for (int shift = 0; shift < 24; shift += 8)
        sum += std::abs(static_cast<int>(a.at(x, y) >> shift & 0xFF) - static_cast<int>(b.at(x, y) >> shift & 0xFF));
  return sum / (3.0 * width * height);
}

Picture without_text(Picture picture) {
  std::erase_if(picture.items, [](const Item& item) { return std::holds_alternative<GlyphRun>(item); });
  return picture;
}

bool refused(const Picture& picture, const PngOptions& options) {
  GlyphOutlines outlines(small_survey().loaded->fonts);
  const auto png = write_png(picture, options, outlines);
  return !png && has_errors(png.problems);
}

}  // namespace

TEST_CASE("A PNG has as many pixels as its size and resolution say", "[png]") {
  const Picture picture{{72, 36}, {}};
  for (const auto& [dpi, width, height] : {std::tuple{72.0, 72, 36}, {300.0, 300, 150}, {100.5, 101, 50}}) {
    const Pixels pixels = read_png(png_of(picture, dpi));
    CHECK(pixels.width == width);
    CHECK(pixels.height == height);
    CHECK(pixels.at(0, 0) == 0xFFFFFF);
  }
}

TEST_CASE("A PNG tells its resolution before its pixels", "[png]") {
  const std::string png = png_of({{72, 36}, {}}, 300);
  // 300 dots an inch are 11811 a metre; the checksum was computed with Python's zlib.crc32.
  CHECK(png.substr(33, 21) == std::string("\0\0\0\x09pHYs\0\0\x2E\x23\0\0\x2E\x23\x01\x78\xA5\x3F\x76", 21));
  CHECK(png.substr(58, 4) != "IHDR");
  CHECK(png.find("pHYs") < png.find("IDAT"));
}

TEST_CASE("Paths and letters are painted in their colours and places", "[png]") {
  Picture picture{{100, 100}, {}};
  picture.items.emplace_back(filled_rectangle({10, 20, 30, 30}, {255, 0, 0}));
  picture.items.emplace_back(
      straight_line({0, 90}, {100, 90}, {.colour = {0, 0, 255}, .width = 4, .cap = Cap::butt, .dash = {10, 10}}));
  TextStyle style{.font = 2, .size = 40, .leading = 40, .tracking = 0, .colour = {0, 128, 0}};
  GlyphRun run = small_survey().voice("sv").shaper.run("I", style);
  run.origin = {60, 60};
  const double middle = 60 + run.width / 2;
  picture.items.emplace_back(std::move(run));
  const Pixels pixels = read_png(png_of(picture, 72));
  CHECK(pixels.at(25, 35) == 0xFF0000);
  CHECK(pixels.at(9, 35) == 0xFFFFFF);
  CHECK(pixels.at(5, 90) == 0x0000FF);
  CHECK(pixels.at(15, 90) == 0xFFFFFF);
  CHECK(pixels.at(static_cast<int>(middle), 45) == 0x008000);
  CHECK(pixels.at(static_cast<int>(middle), 65) == 0xFFFFFF);
}

TEST_CASE("A picture without a size or with too many pixels is refused", "[png]") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(refused({{0, 10}, {}}, {}));
  CHECK(refused({{10, -1}, {}}, {}));
  CHECK(refused({{nan, 10}, {}}, {}));
  CHECK(refused({{10, 10}, {}}, {.dpi = nan}));
  CHECK(refused({{10, 10}, {}}, {.dpi = 0}));
  CHECK(refused({{720, 720}, {}}, {.dpi = 1001}));
  CHECK(refused({{1e300, 1e300}, {}}, {}));
  CHECK(refused({{40000, 1}, {}}, {.dpi = 72}));
}

TEST_CASE("A PNG is the same twice, whatever was painted before it", "[png]") {
  const Picture picture = picture_of(one_of_each_chart("sv").front().figure, "sv");
  GlyphOutlines outlines(small_survey().loaded->fonts);
  const std::string first = *write_png(picture, {.dpi = 100}, outlines);
  CHECK(*write_png(picture, {.dpi = 100}, outlines) == first);
  CHECK(png_of(picture, 100) == first);
}

TEST_CASE("Another program paints an SVG as the PNG shows it", "[png][svg]") {
  if (!is_installed("rsvg-convert")) return;
  const ScratchFolder folder("svg-and-png");
  const auto figures = one_of_each_chart("sv");
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const std::string svg = folder.write("figure.svg", svg_of(figures[i], "sv"));
    const std::string command = "rsvg-convert -d 150 -p 150 -o " + folder.path("figure.png") + " " + svg;
    REQUIRE(said_by(command) == "status 0\n");
    const Pixels theirs = pixels_of(cairo_image_surface_create_from_png(folder.path("figure.png").c_str()));
    const Picture picture = picture_of(figures[i].figure, "sv");
    const Pixels ours = read_png(png_of(picture, 150));
    INFO(kChartNames[i]);
    CHECK(std::abs(theirs.width - ours.width) <= 1);
    CHECK(std::abs(theirs.height - ours.height) <= 1);
    CHECK(difference(theirs, ours) < 0.5);
    // Text that were missing or stood elsewhere would show.
    CHECK(difference(theirs, ours) < 0.2 * difference(theirs, read_png(png_of(without_text(picture), 150))));
  }
}
