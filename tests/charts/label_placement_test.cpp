#include "charts/label_placement.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

using namespace mognad;

namespace {

constexpr Rect kFrame{0, 0, 200, 200};
constexpr Size kLabel{40, 9};
constexpr Point kMiddle{100, 100};

bool inside(const Rect& box, const Rect& frame) {
  return box.x >= frame.x && box.y >= frame.y && box.right() <= frame.right() && box.bottom() <= frame.bottom();
}

Rect cover_of(Point centre, double reach) { return {centre.x - reach, centre.y - reach, 2 * reach, 2 * reach}; }

}  // namespace

TEST_CASE("A label stands on the right of its mark when nothing is in the way", "[charts]") {
  const auto place = place_label(kMiddle, 5, kLabel, kFrame, {});
  REQUIRE(place);
  CHECK_FALSE(place->leader);
  CHECK(place->box.x > kMiddle.x + 5);
  CHECK(place->box.y + place->box.height / 2 == Approx(kMiddle.y));
  CHECK(place->box.width == kLabel.width);
}

TEST_CASE("A label tries left, above and below in this order", "[charts]") {
  std::vector<Rect> taken{{106, 95, 90, 10}};
  auto place = place_label(kMiddle, 5, kLabel, kFrame, taken);
  REQUIRE(place);
  CHECK(place->box.right() < kMiddle.x - 5);
  taken.push_back({0, 95, 94, 10});
  place = place_label(kMiddle, 5, kLabel, kFrame, taken);
  REQUIRE(place);
  CHECK(place->box.bottom() < kMiddle.y - 5);
  taken.push_back({80, 80, 40, 14});
  place = place_label(kMiddle, 5, kLabel, kFrame, taken);
  REQUIRE(place);
  CHECK(place->box.y > kMiddle.y + 5);
  CHECK_FALSE(place->leader);
}

TEST_CASE("A label that finds no room beside its mark gets a leader", "[charts]") {
  const auto place = place_label(kMiddle, 5, kLabel, kFrame, {cover_of(kMiddle, 30)});
  REQUIRE(place);
  CHECK(place->leader);
  const double begin = std::hypot(place->leader_from.x - kMiddle.x, place->leader_from.y - kMiddle.y);
  const double end = std::hypot(place->leader_to.x - kMiddle.x, place->leader_to.y - kMiddle.y);
  CHECK(begin == Approx(5));
  CHECK(end > begin);
}

TEST_CASE("A label at an edge stays inside the frame", "[charts]") {
  for (const Point corner : {Point{1, 1}, Point{199, 1}, Point{1, 199}, Point{199, 199}}) {
    const auto place = place_label(corner, 5, kLabel, kFrame, {});
    REQUIRE(place);
    CHECK(inside(place->box, kFrame));
  }
}

TEST_CASE("A label has no place where everything is taken or it is too large", "[charts]") {
  CHECK_FALSE(place_label(kMiddle, 5, kLabel, kFrame, {kFrame}));
  CHECK_FALSE(place_label(kMiddle, 5, {300, 9}, kFrame, {}));
}

TEST_CASE("Labels placed after each other never overlap anything", "[charts]") {
  std::mt19937 random(11);
  for (int round = 0; round < 100; ++round) {
    std::vector<Rect> taken;
    for (int i = 0; i < 40; ++i)
      taken.push_back(cover_of({static_cast<double>(random() % 200), static_cast<double>(random() % 200)}, 1.3));
    for (int i = 0; i < 8; ++i) {
      const Point mark{static_cast<double>(random() % 200), static_cast<double>(random() % 200)};
      const auto place = place_label(mark, 4, {20.0 + static_cast<double>(random() % 40), 9}, kFrame, taken);
      if (!place) continue;
      CHECK(inside(place->box, kFrame));
      for (const Rect& box : taken) CHECK_FALSE(box.overlaps(place->box));
      taken.push_back(place->box);
    }
  }
}

TEST_CASE("A label is placed the same way twice", "[charts]") {
  const std::vector<Rect> taken{cover_of(kMiddle, 22)};
  CHECK(place_label(kMiddle, 5, kLabel, kFrame, taken)->box == place_label(kMiddle, 5, kLabel, kFrame, taken)->box);
}
