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
  const auto at_mark = place_on_stem({{100, 100}, 4, {40, 10}}, frame, {}, 200);
  REQUIRE(at_mark);
  CHECK_FALSE(at_mark->has_stem());
  CHECK(at_mark->box == Rect{80, 84, 40, 10});
  const Rect taken{90, 80, 60, 12};
  const auto further = place_on_stem({{100, 100}, 4, {40, 10}}, frame, {taken}, 200);
  REQUIRE(further);
  CHECK_FALSE(further->box.overlaps(taken));
  CHECK_FALSE(Rect{further->to.x - 0.5, further->to.y, 1, further->length()}.overlaps(taken));
}

TEST_CASE("A label without any free place has none", "[charts]") {
  CHECK_FALSE(place_on_stem({{50, 50}, 4, {40, 10}, StemSide::below}, {0, 0, 100, 100}, {{0, 0, 100, 100}}, 100));
  const auto places = place_all({{{50, 50}, 4, {140, 10}}, {{50, 50}, 4, {40, 10}}}, {0, 0, 100, 100}, {});
  REQUIRE(places.size() == 2);
  CHECK_FALSE(places[0]);
  CHECK(places[1]);
}

TEST_CASE("A mark between two others has its label on a slanted leader that crosses neither", "[charts]") {
  const Rect frame{0, 0, 200, 200};
  const std::vector<Rect> taken{{95, 80, 10, 6}, {95, 114, 10, 6}, {60, 97, 30, 6}, {110, 97, 30, 6}, {97, 97, 6, 6}};
  const auto places = place_all({{{100, 100}, 3, {50, 10}, StemSide::above, true}}, frame, taken);
  REQUIRE(places.size() == 1);
  REQUIRE(places[0]);
  CHECK(places[0]->from.x != places[0]->to.x);
  for (const Rect& other : taken) CHECK_FALSE(places[0]->box.overlaps(other));
  for (double t = 0.2; t <= 1; t += 0.05) {
    const Point p{places[0]->from.x + (places[0]->to.x - places[0]->from.x) * t,
                  places[0]->from.y + (places[0]->to.y - places[0]->from.y) * t};
    for (const Rect& other : taken) CHECK_FALSE(other.contains(p));
  }
}
