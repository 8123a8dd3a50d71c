#include "charts/label_row.h"

#include <catch2/catch.hpp>

#include "charts/stem_labels.h"

using namespace mognad;

TEST_CASE("Labels that have room stand centred on their marks", "[charts]") {
  const auto lefts = place_in_row({{100, 20}, {40, 30}}, 8, 0, 200);
  CHECK(lefts == std::vector<double>{90, 25});
}

TEST_CASE("Labels that would touch move apart by the same length", "[charts]") {
  const auto lefts = place_in_row({{100, 40}, {110, 40}}, 8, 0, 300);
  CHECK(lefts[0] == Approx(61));
  CHECK(lefts[1] == Approx(109));
}

TEST_CASE("Labels keep their order, their gap and their room at both ends", "[charts]") {
  const std::vector<RowLabel> labels{{2, 50}, {4, 30}, {198, 60}, {199, 20}};
  const auto lefts = place_in_row(labels, 8, 0, 200);
  CHECK(lefts.front() >= 0);
  CHECK(lefts.back() + 20 <= 200 + 1e-9);
  for (std::size_t i = 1; i < labels.size(); ++i) CHECK(lefts[i] >= lefts[i - 1] + labels[i - 1].width + 8 - 1e-9);
}

TEST_CASE("Labels wider than their room begin at its left end and keep their gap", "[charts]") {
  const auto lefts = place_in_row({{10, 80}, {20, 80}}, 8, 5, 100);
  CHECK(lefts == std::vector<double>{5, 93});
}

TEST_CASE("A label stands at its mark if it can, else on a stem that crosses nothing", "[charts]") {
  const Rect frame{0, 0, 200, 200};
  const auto at_mark = place_on_stem({100, 100}, 4, {40, 10}, StemSide::above, frame, {}, 200);
  REQUIRE(at_mark);
  CHECK(at_mark->stem.height == 0);
  CHECK(at_mark->box == Rect{80, 84, 40, 10});
  const Rect taken{90, 80, 60, 12};
  const auto further = place_on_stem({100, 100}, 4, {40, 10}, StemSide::above, frame, {taken}, 200);
  REQUIRE(further);
  CHECK_FALSE(further->box.overlaps(taken));
  CHECK_FALSE(Rect{further->stem.x - 0.5, further->stem.y, 1, further->stem.height}.overlaps(taken));
}

TEST_CASE("A label without any free place has none", "[charts]") {
  CHECK_FALSE(place_on_stem({50, 50}, 4, {40, 10}, StemSide::below, {0, 0, 100, 100}, {{0, 0, 100, 100}}, 100));
  CHECK_FALSE(place_at_end({50, 50}, 4, {140, 10}, StemSide::below, {0, 0, 100, 100}, {}, 100));
}
