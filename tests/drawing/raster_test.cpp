#include "drawing/raster.h"

#include <catch2/catch.hpp>

using namespace mognad;

namespace {

/// Grey pixels of those values.
Raster greys(int columns, int rows, const std::vector<int>& values) {
  Raster raster{columns, rows, {}, {}};
  for (const int value : values) raster.pixels += std::string(3, static_cast<char>(value));
  return raster;
}

}  // namespace

TEST_CASE("A canvas is paper until something is painted", "[drawing]") {
  const Raster raster = Canvas(3, 2, {10, 20, 30}).raster();
  CHECK(raster.columns == 3);
  CHECK(raster.rows == 2);
  std::string paper;
  for (int i = 0; i < 6; ++i) paper += "\x0A\x14\x1E";
  CHECK(raster.pixels == paper);
}

TEST_CASE("Fewer pixels are the means of those that they replace", "[drawing]") {
  CHECK(shrunk(greys(4, 2, {0, 10, 100, 100, 20, 30, 100, 101}), 2, 1) == greys(2, 1, {15, 100}));
  CHECK(shrunk(greys(3, 1, {0, 90, 255}), 1, 1) == greys(1, 1, {115}));
}

TEST_CASE("Shrinking to the same size changes nothing", "[drawing]") {
  const Raster raster = greys(3, 2, {1, 2, 3, 4, 5, 255});
  CHECK(shrunk(raster, 3, 2) == raster);
}
