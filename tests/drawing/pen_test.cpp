#include "drawing/pen.h"

#include <catch2/catch.hpp>

using namespace mognad;

namespace {

const Stroke kLine{.colour = {0, 0, 0}, .width = 1, .cap = Cap::butt, .dash = {}};

const Path& last_path(const Picture& picture) { return std::get<Path>(picture.items.back()); }

}  // namespace

TEST_CASE("A pen records what is stroked and begins a new path", "[drawing]") {
  Picture picture;
  Pen pen(picture);
  pen.move_to({1, 2}).line_to({3, 4});
  pen.stroke(kLine);
  pen.move_to({5, 6}).line_to({7, 8});
  pen.fill({255, 0, 0});
  REQUIRE(picture.items.size() == 2);
  const Path& first = std::get<Path>(picture.items[0]);
  REQUIRE(first.segments.size() == 2);
  CHECK(first.stroke);
  CHECK_FALSE(first.fill);
  CHECK(first.segments[1].points[0] == Point{3, 4});
  CHECK(last_path(picture).segments[0].points[0] == Point{5, 6});
}

TEST_CASE("A rectangle is closed and ends without a loose move", "[drawing]") {
  Picture picture;
  Pen(picture).rectangle({10, 20, 30, 40}).fill({1, 2, 3});
  const Path& path = last_path(picture);
  REQUIRE(path.segments.size() == 5);
  CHECK(path.segments.back().kind == Segment::Kind::close);
}

TEST_CASE("A point of no length keeps both its ends, so that a round cap can show it", "[drawing]") {
  Picture picture;
  Pen pen(picture);
  pen.move_to({5, 5}).line_to({5, 5}).move_to({9, 9}).line_to({9, 9});
  pen.stroke(kLine);
  CHECK(last_path(picture).segments.size() == 4);
}

TEST_CASE("Coordinates are kept to 1/256 of a point", "[drawing]") {
  Picture picture;
  Pen pen(picture);
  pen.move_to({1.23456, -7.891}).line_to({595.28, 841.89});
  pen.stroke(kLine);
  const Path& path = last_path(picture);
  CHECK(path.segments[0].points[0].x == Approx(1.23456).margin(1.0 / 256));
  CHECK(path.segments[0].points[0].y == Approx(-7.891).margin(1.0 / 256));
  CHECK(path.segments[1].points[0].y == Approx(841.89).margin(1.0 / 256));
}

TEST_CASE("An arc becomes curves that end on the circle", "[drawing]") {
  Picture picture;
  Pen pen(picture);
  pen.arc({100, 100}, 50, 0, 3.14159265358979);
  pen.stroke(kLine);
  const Point end = last_path(picture).segments.back().points[2];
  CHECK(end.x == Approx(50).margin(0.01));
  CHECK(end.y == Approx(100).margin(0.01));
}

TEST_CASE("A pen's text stands where it is put", "[drawing]") {
  Picture picture;
  Pen(picture).text(GlyphRun{.text = "a"}, {12, 34});
  CHECK(std::get<GlyphRun>(picture.items.back()).origin == Point{12, 34});
}

TEST_CASE("A path with nothing in it is not recorded", "[drawing]") {
  Picture picture;
  Pen pen(picture);
  pen.stroke(kLine);
  pen.fill({0, 0, 0});
  pen.move_to({10, 10});
  pen.stroke(kLine);
  CHECK(picture.items.empty());
}
