#include "drawing/raster_difference.h"

#include <catch2/catch.hpp>

using namespace mognad;

namespace {

constexpr Colour kDifferenceMark{0x9A, 0x4A, 0x12}, kDifferenceTint{0xFB, 0xEE, 0xE1};

Raster sheet_of(int columns, int rows) {
  return {columns, rows, std::string(3 * static_cast<std::size_t>(columns * rows), '\xFF'), {}};
}

void put_black(Raster& raster, int x, int y) {
  for (int i = 0; i < 3; ++i) raster.pixels[static_cast<std::size_t>(3 * (y * raster.columns + x) + i)] = '\0';
}

Colour colour_at(const Raster& raster, int x, int y) {
  const auto part = [&](int i) {
    return static_cast<std::uint8_t>(raster.pixels[static_cast<std::size_t>(3 * (y * raster.columns + x) + i)]);
  };
  return {part(0), part(1), part(2)};
}

}  // namespace

TEST_CASE("Of two pictures that are the same there is no difference", "[drawing]") {
  Raster one = sheet_of(20, 10);
  put_black(one, 3, 4);
  CHECK_FALSE(raster_difference(one, one, kDifferenceMark, kDifferenceTint));
}

TEST_CASE("A pixel that differs is marked, its surroundings are tinted and all else is faded", "[drawing]") {
  Raster before = sheet_of(40, 30);
  put_black(before, 35, 25);
  Raster after = before;
  put_black(after, 10, 10);
  const auto difference = raster_difference(before, after, kDifferenceMark, kDifferenceTint);
  REQUIRE(difference);
  CHECK(colour_at(*difference, 10, 10) == kDifferenceMark);
  CHECK(colour_at(*difference, 14, 6) == kDifferenceTint);
  CHECK(colour_at(*difference, 15, 10) == Colour{0xFF, 0xFF, 0xFF});
  const Colour faded = colour_at(*difference, 35, 25);
  CHECK(faded.red > 0x80);
  CHECK(faded.red < 0xFF);
}

TEST_CASE("What only one of two pictures covers differs", "[drawing]") {
  const auto difference = raster_difference(sheet_of(20, 10), sheet_of(18, 12), kDifferenceMark, kDifferenceTint);
  REQUIRE(difference);
  CHECK(difference->columns == 20);
  CHECK(difference->rows == 12);
  CHECK(colour_at(*difference, 19, 0) == kDifferenceMark);
  CHECK(colour_at(*difference, 0, 11) == kDifferenceMark);
  CHECK(colour_at(*difference, 2, 2) == Colour{0xFF, 0xFF, 0xFF});
}
