#include "charts/density.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <numbers>

#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

constexpr Scale kX{0, 282};
constexpr Scale kY{282, 0};

/// Three cells: of one, of a quarter of the most, of the most.
MatrixCells three_cells() {
  MatrixCells cells;
  cells.counts.assign(50, std::vector<int>(50, 0));
  cells.counts[0][0] = 1, cells.counts[10][20] = 400, cells.counts[30][40] = 1600;
  return cells;
}

bool everywhere(const Rect&) { return true; }

/// Widths of the strokes with round caps, and how many dots each has.
std::map<double, std::size_t> dots_of(const Picture& picture) {
  std::map<double, std::size_t> dots;
  for (const Item& item : picture.items) {
    const Path& path = std::get<Path>(item);
    REQUIRE(path.stroke);
    CHECK(path.stroke->cap == Cap::round);
    dots[path.stroke->width] += path.segments.size() / 2;
  }
  return dots;
}

}  // namespace

TEST_CASE("A thousand others are too many for single dots, and one less are not", "[charts]") {
  MatrixCells cells = three_cells();
  CHECK(is_dense(cells));
  cells.counts[30][40] = 1000 - 401;
  CHECK(is_dense(cells));
  --cells.counts[30][40];
  CHECK_FALSE(is_dense(cells));
  CHECK_FALSE(is_dense({}));
}

TEST_CASE("Of shaded cells those above the lightest are in the way of labels", "[charts]") {
  const std::vector<Rect> dark = dark_cells(three_cells(), kX, kY);
  REQUIRE(dark.size() == 2);
  const double side = 282.0 / 50;
  CHECK(dark[0].x == Approx(20 * side));
  CHECK(dark[0].y == Approx(282 - 11 * side));
  CHECK(dark[0].width == Approx(side));
  CHECK(dark[1].x == Approx(40 * side));
}

TEST_CASE("A cell with a quarter of the most has a dot half as wide", "[charts]") {
  Picture picture;
  Pen pen(picture);
  draw_halftone(pen, three_cells(), kX, kY, {1, 2, 3}, everywhere);
  const auto dots = dots_of(picture);
  REQUIRE(dots.size() == 3);
  const double smallest = dots.begin()->first, middle = std::next(dots.begin())->first, widest = dots.rbegin()->first;
  for (const auto& [width, count] : dots) CHECK(count == 1);
  CHECK(smallest > 0.5);
  CHECK(middle / widest == Approx(0.5).margin(0.13));
  CHECK(widest < 282.0 / 50);
}

TEST_CASE("Dots of cells stay away from what isn't free", "[charts]") {
  Picture picture;
  Pen pen(picture);
  const Rect taken{0, 270, 20, 12};  // the cell in the lower left corner
  draw_halftone(pen, three_cells(), kX, kY, {1, 2, 3}, [&](const Rect& dot) { return !dot.overlaps(taken); });
  CHECK(dots_of(picture).size() == 2);
}

TEST_CASE("Words of the matrix stand over its cells, never under them", "[charts]") {
  MatrixData data;
  data.x_axis = {"Arv", "lågt", "högt", 50};
  data.y_axis = {"Förmåga", "låg", "god", 50};
  for (auto& row : data.quadrants)
    for (MatrixQuadrant& quadrant : row) quadrant = {"A", "Låg förmåga", "400 kommuner"};
  data.others.counts.assign(50, std::vector<int>(50, 1));
  const Picture picture = draw(data, 468, small_survey().style("sv"));
  std::size_t last_cells = 0, first_words = picture.items.size();
  for (std::size_t i = 0; i < picture.items.size(); ++i) {
    if (const auto* path = std::get_if<Path>(&picture.items[i]); path && path->segments.size() > 1000) last_cells = i;
    if (const auto* run = std::get_if<GlyphRun>(&picture.items[i]); run && run->text.starts_with("400"))
      first_words = std::min(first_words, i);
  }
  CHECK(last_cells > 0);
  CHECK(first_words < picture.items.size());
  CHECK(last_cells < first_words);
}
