#include "charts/marks.h"

#include <catch2/catch.hpp>

#include <cmath>

#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

MatrixCells filled(int count) {
  MatrixCells cells;
  cells.counts.assign(50, std::vector<int>(50, 0));
  for (std::size_t row = 0; row < 50; row += 7)
    for (std::size_t column = 0; column < 50; column += 9) cells.counts[row][column] = count;
  return cells;
}

constexpr Scale kX{0, 282};
constexpr Scale kY{282, 0};

}  // namespace

TEST_CASE("A scale leads from 0 and 100 to its ends, upwards too", "[charts]") {
  CHECK(kX(0) == 0);
  CHECK(kX(100) == 282);
  CHECK(kX(50) == 141);
  CHECK(kY(25) == Approx(211.5));
}

TEST_CASE("As many dots are drawn as are counted", "[charts]") {
  for (const int count : {1, 2, 3, 4, 5, 9, 10, 20})
    CHECK(cell_dots(filled(count), kX, kY, 2.6).size() == static_cast<std::size_t>(count) * 8 * 6);
}

TEST_CASE("No counts give no dots", "[charts]") {
  CHECK(cell_dots({}, kX, kY, 2.6).empty());
  CHECK(cell_dots(filled(0), kX, kY, 2.6).empty());
}

TEST_CASE("Every dot has its centre inside its own cell", "[charts]") {
  for (const int count : {1, 2, 5, 17}) {
    const MatrixCells cells = filled(count);
    std::vector<std::vector<int>> found(50, std::vector<int>(50, 0));
    for (const Point& p : cell_dots(cells, kX, kY, 2.6)) {
      const auto column = static_cast<std::size_t>(p.x / 282 * 50);
      const auto row = static_cast<std::size_t>((282 - p.y) / 282 * 50);
      REQUIRE(column < 50);
      REQUIRE(row < 50);
      ++found[row][column];
    }
    CHECK(found == cells.counts);
  }
}

TEST_CASE("Dots of one cell stand in different places", "[charts]") {
  std::vector<Point> dots;
  add_cell_dots(dots, 9, 3, 4, {0, 100}, 30, 2.6);
  REQUIRE(dots.size() == 9);
  for (std::size_t i = 0; i < dots.size(); ++i)
    for (std::size_t k = i + 1; k < dots.size(); ++k)
      CHECK(std::hypot(dots[i].x - dots[k].x, dots[i].y - dots[k].y) > 2.5);
}

TEST_CASE("Dots are scattered the same way in every run and differently from cell to cell", "[charts]") {
  std::vector<Point> once, again, elsewhere;
  add_cell_dots(once, 3, 3, 4, {0, 100}, 30, 2.6);
  add_cell_dots(again, 3, 3, 4, {0, 100}, 30, 2.6);
  add_cell_dots(elsewhere, 3, 4, 3, {0, 100}, 30, 2.6);
  CHECK(once == again);
  CHECK(once != elsewhere);
}

TEST_CASE("Many dots are one path with round caps", "[charts]") {
  Picture picture;
  Pen pen(picture);
  draw_dots(pen, {{1, 1}, {5, 5}, {9, 9}}, 2.6, {1, 2, 3});
  REQUIRE(picture.items.size() == 1);
  const Path& path = std::get<Path>(picture.items.front());
  CHECK(path.segments.size() == 6);
  REQUIRE(path.stroke);
  CHECK(path.stroke->cap == Cap::round);
  CHECK(path.stroke->width == 2.6);
}

TEST_CASE("No dots are no path", "[charts]") {
  Picture picture;
  Pen pen(picture);
  draw_dots(pen, {}, 2.6, {1, 2, 3});
  CHECK(picture.items.empty());
}

TEST_CASE("Text ends, begins or is centred where it is put", "[charts]") {
  const ChartStyle style = small_survey().style("sv");
  const double width = style.shaper.width("median", style.theme.style(TextRole::chart));
  CHECK(text_box(style, "median", TextRole::chart, {100, 50}).x == Approx(100));
  CHECK(text_box(style, "median", TextRole::chart, {100, 50}, Align::right).right() == Approx(100));
  CHECK(text_box(style, "median", TextRole::chart, {100, 50}, Align::centre).x == Approx(100 - width / 2));
}

TEST_CASE("Empty text draws nothing", "[charts]") {
  Picture picture;
  Pen pen(picture);
  draw_text(pen, small_survey().style("sv"), "", TextRole::chart, {1, 1});
  CHECK(picture.items.empty());
}
