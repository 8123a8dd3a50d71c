#include "drawing/picture.h"

#include <catch2/catch.hpp>

using namespace mognad;

TEST_CASE("Appending moves every path and text by the offset and keeps the order", "[drawing]") {
  Picture part;
  part.items.emplace_back(TagBegin{3});
  part.items.emplace_back(filled_rectangle({0, 0, 10, 5}, {1, 2, 3}));
  part.items.emplace_back(GlyphRun{.origin = {1, 2}, .text = "a"});
  part.items.emplace_back(TagEnd{});
  Picture whole;
  append(whole, part, {100, 200});
  REQUIRE(whole.items.size() == 4);
  CHECK(std::get<TagBegin>(whole.items[0]).element == 3);
  CHECK(std::get<Path>(whole.items[1]).segments[2].points[0] == Point{110, 205});
  CHECK(std::get<GlyphRun>(whole.items[2]).origin == Point{101, 202});
}

TEST_CASE("All three points of a curve move", "[drawing]") {
  Item item = Path{{{Segment::Kind::curve, {{1, 1}, {2, 2}, {3, 3}}}}, std::nullopt, std::nullopt};
  move_item(item, {10, 20});
  const Segment& segment = std::get<Path>(item).segments.front();
  CHECK(segment.points[0] == Point{11, 21});
  CHECK(segment.points[2] == Point{13, 23});
}

TEST_CASE("An image moves with its box and keeps its pixels", "[drawing]") {
  const auto raster = std::make_shared<const Raster>(Raster{1, 1, "abc", "n"});
  Item item = Image{raster, {1, 2, 3, 4}};
  move_item(item, {10, 20});
  CHECK(std::get<Image>(item).box == Rect{11, 22, 3, 4});
  CHECK(std::get<Image>(item).raster == raster);
}

TEST_CASE("A framed rectangle is filled and stroked, a line is stroked only", "[drawing]") {
  const Path framed = framed_rectangle({0, 0, 4, 4}, Colour{9, 9, 9}, Stroke{});
  CHECK(framed.fill);
  CHECK(framed.stroke);
  const Path line = straight_line({0, 0}, {4, 0}, Stroke{});
  CHECK_FALSE(line.fill);
  REQUIRE(line.segments.size() == 2);
  CHECK(line.segments[1].points[0] == Point{4, 0});
}
