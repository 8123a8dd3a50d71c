// What the charts of a year's publication promise: lengths and colours are those of the numbers, and what is withheld
// has neither.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

#include "charts/awkward_charts.h"
#include "support/dump.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const Theme& theme() { return small_survey().loaded->theme; }

Picture drawn(const ChartData& data, double width) { return draw(data, width, small_survey().style("sv")); }

template <class Data>
Data data_of(Awkward kind) {
  return std::get<Data>(awkward_chart(Of<Data>{}, AwkwardData(kind)).data);
}

struct Box {
  Colour fill;
  Rect rect;
};

/// The filled shapes of a picture with the rectangles that hold them.
std::vector<Box> filled_boxes(const Picture& picture) {
  std::vector<Box> boxes;
  for (const Item& item : picture.items) {
    const auto* path = std::get_if<Path>(&item);
    if (!path || !path->fill) continue;
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (const Segment& segment : path->segments) {
      if (segment.kind == Segment::Kind::close) continue;
      const Point& p = segment.points[segment.kind == Segment::Kind::curve ? 2 : 0];
      left = std::min(left, p.x), right = std::max(right, p.x);
      top = std::min(top, p.y), bottom = std::max(bottom, p.y);
    }
    boxes.push_back({*path->fill, {left, top, right - left, bottom - top}});
  }
  return boxes;
}

std::vector<Rect> filled_with(const Picture& picture, Colour colour) {
  std::vector<Rect> rects;
  for (const Box& box : filled_boxes(picture))
    if (box.fill == colour) rects.push_back(box.rect);
  return rects;
}

int times(const Picture& picture, const std::string& text) {
  int found = 0;
  for (const PlacedText& placed : placed_texts(picture)) found += placed.run.text == text ? 1 : 0;
  return found;
}

}  // namespace

TEST_CASE("The least width of a chart is the one that it is tried in", "[charts]") {
  for (const AwkwardChart& chart : all_charts(Awkward::normal)) {
    INFO(chart.name);
    CHECK(least_width(chart.data) <= chart.least_width);
    CHECK(least_width(chart.data) > chart.least_width - 80);
  }
}

TEST_CASE("A correlation of more measures asks for more width", "[charts]") {
  CorrelationData data;
  data.names.assign(15, "Teknik");
  CHECK(least_width(data) > 400);
}

TEST_CASE("A row that is withheld has its symbol and no mark", "[charts]") {
  ScaleRowsData data;
  data.rows.push_back({.name = "Storstäder", .note = "3", .median = Missing::withheld, .value = ".."});
  for (const double width : {228.0, 468.0}) {
    const Picture picture = drawn(data, width);
    CHECK(times(picture, "..") == 1);
    CHECK(filled_with(picture, theme().colours.band).empty());
    for (const Item& item : picture.items)
      if (const auto* path = std::get_if<Path>(&item))
        if (path->stroke) CHECK_FALSE(path->stroke->colour == theme().colours.ink);
  }
}

TEST_CASE("Thirty-one rows on a scale have room on a page in one column and in two", "[charts]") {
  ScaleRowsData data;
  for (int i = 0; i < 31; ++i) data.rows.push_back({.name = "Systemförvaltning", .note = "290", .median = 50});
  data.median_label = "median", data.reference = 50, data.reference_label = "alla", data.name_head = "Förmåga";
  for (const double width : {228.0, 468.0}) CHECK(drawn(data, width).size.height < 704);
}

TEST_CASE("Bars are as long as their shares, and the finding's alone is in the accent colour", "[charts]") {
  ShareBarsData data;
  data.bars = {{"A", "Låg", 50.0, "50 %", "145", 49.0, true}, {"B", "God", 20.0, "20 %", "58"}};
  const Picture picture = drawn(data, 228);
  const auto accent = filled_with(picture, theme().colours.accent), others = filled_with(picture, theme().colours.dot);
  REQUIRE(accent.size() == 1);
  REQUIRE(others.size() == 1);
  CHECK(accent[0].x == 0);
  CHECK(others[0].width / accent[0].width == Approx(0.4).epsilon(0.01));
}

TEST_CASE("A bar stays whole where the share of the year before was less", "[charts]") {
  ShareBarsData data;
  data.bars = {{"D", "God", 20.0, "20 %", "58", 10.0}};
  data.earlier_label = "2024";
  const Picture picture = drawn(data, 228);
  const auto bars = filled_with(picture, theme().colours.dot);
  REQUIRE(bars.size() == 1);
  int white = 0;
  for (const Item& item : picture.items)
    if (const auto* path = std::get_if<Path>(&item);
        path && path->stroke && path->stroke->colour == theme().colours.paper) {
      ++white;
      CHECK(path->stroke->width < 2);
      CHECK(path->segments[0].points[0].x == Approx(bars[0].width / 2));
    }
  CHECK(white == 1);
  data.bars[0].earlier = 20.0;
  for (const Item& item : drawn(data, 228).items)
    if (const auto* path = std::get_if<Path>(&item); path && path->stroke)
      CHECK_FALSE(path->stroke->colour == theme().colours.paper);
}

TEST_CASE("A scale with numbers of its own is described by them", "[charts]") {
  ScaleRowsData data;
  data.rows.push_back({.name = "Teknik", .median = 50, .value = "0,50"});
  const Words& words = small_survey().voice("sv").words;
  CHECK(describe(data, words).find("skalan 0–100") != std::string::npos);
  data.ticks = {"0", "0,25", "0,5", "0,75", "1"};
  CHECK(describe(data, words).find("skalan 0–1.") != std::string::npos);
}

TEST_CASE("Small changes have a narrow scale where it is wanted, and large ones the one that holds them", "[charts]") {
  ChangesData data;
  data.rows.push_back({.name = "Teknik", .points = 1.1, .margin = 0.4, .points_text = "+1,1"});
  CHECK(times(drawn(data, 468), "+10") == 1);
  data.least_span = 2;
  CHECK(times(drawn(data, 468), "+2") == 1);
  data.rows[0].points = 1.7;
  CHECK(times(drawn(data, 468), "+5") == 1);
  data.rows[0].points = -12;
  CHECK(times(drawn(data, 468), "+15") == 1);
}

TEST_CASE("A square has the class of its printed number", "[charts]") {
  TileMapData data;
  data.limits = {44, 46, 48, 50};
  data.tiles = {{0, 0, "Kalmar", 45.49, "45"}, {0, 1, "Skåne", 45.5, "46"}, {0, 2, "Gotland", Missing::withheld, ".."}};
  const auto boxes = filled_boxes(drawn(data, 228));
  REQUIRE(boxes.size() == 2);
  CHECK(boxes[0].fill == theme().ramps.heat[1]);
  CHECK(boxes[1].fill == theme().ramps.heat[2]);
}

TEST_CASE("A map's key stands in empty squares, and below where there are none", "[charts]") {
  TileMapData data;
  data.limits = {50};
  data.key = {"under 50", "50 och över"};
  data.tiles = {{0, 3, "Norr", 40.0, "40"}, {1, 0, "Söder", 60.0, "60"}};
  CHECK(drawn(data, 228).size.height == Approx(113));
  data.tiles.push_back({0, 0, "Väster", 50.0, "50"});
  CHECK(drawn(data, 228).size.height > 140);
}

TEST_CASE("Flows are as thick as their numbers and fill the bars that they join", "[charts]") {
  const auto data = data_of<TypeMovesData>(Awkward::normal);
  const Picture picture = drawn(data, 468);
  const auto bars = filled_with(picture, theme().colours.ink_3), stayed = filled_with(picture, theme().colours.band);
  REQUIRE(bars.size() == 8);  // four types in two years
  REQUIRE(stayed.size() == 4);
  const double unit = bars[0].height / data.before[0].number();
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(bars[2 * i].height == Approx(unit * data.before[i].number()).epsilon(0.01));
    CHECK(bars[2 * i + 1].height == Approx(unit * data.after[i].number()).epsilon(0.01));
  }
}

TEST_CASE("A flow that is withheld has its symbol and no thickness", "[charts]") {
  auto data = data_of<TypeMovesData>(Awkward::normal);
  const std::size_t shown = filled_boxes(drawn(data, 468)).size();
  data.moved[0][0] = Missing::withheld, data.texts[0][0] = "..";
  const Picture picture = drawn(data, 468);
  CHECK(times(picture, "..") == 1);
  CHECK(filled_with(picture, theme().colours.band).size() == 3);
  CHECK(filled_boxes(picture).size() <= shown);
}

TEST_CASE("No line of a series crosses a break or a missing year", "[charts]") {
  SeriesData data;
  data.first_year = 2020, data.last_year = 2024;
  data.lines = {
      {"utgåva", false, {{2020, 40, "40"}, {2021, 41, "41"}, {2022, Missing::withheld, ".."}, {2023, 44, "44"}}},
      {"enkät", true, {{2020, 60, "60"}, {2024, 61, "61", true}}}};
  const Picture picture = drawn(data, 468);
  int own = 0, published = 0;
  for (const Item& item : picture.items) {
    const auto* path = std::get_if<Path>(&item);
    if (!path || !path->stroke || path->fill) continue;
    if (path->stroke->colour == theme().colours.accent && path->stroke->width == 2) ++own;  // thinner ones are stems
    if (path->stroke->colour == theme().colours.ink_3 && path->stroke->dash.empty())
      published += static_cast<int>(path->segments.size()) / 2;
  }
  CHECK(own == 0);
  CHECK(published == 1);
}

TEST_CASE("Cells are darker the further a correlation is from zero, whatever its sign", "[charts]") {
  CorrelationData data;
  data.names = {"A", "B", "C"};
  data.values = {{}, {-0.95}, {0.949, Missing::withheld}};
  data.texts = {{}, {"−0,95"}, {"0,95", ".."}};
  const auto boxes = filled_boxes(drawn(data, 228));
  REQUIRE(boxes.size() == 2);
  CHECK(boxes[0].fill == theme().ramps.heat[5]);
  CHECK(boxes[1].fill == theme().ramps.heat[5]);
}

TEST_CASE("Columns begin at zero and are as high as their numbers", "[charts]") {
  YearColumnsData data;
  data.panels = {{"Kommuner", {{2024, 145, "145"}, {2025, 290, "290"}}}};
  const Picture picture = drawn(data, 228);
  const auto earlier = filled_with(picture, theme().colours.dot), last = filled_with(picture, theme().colours.accent);
  REQUIRE(earlier.size() == 1);
  REQUIRE(last.size() == 1);
  CHECK(earlier[0].height * 2 == Approx(last[0].height).epsilon(0.01));
  CHECK(earlier[0].bottom() == Approx(last[0].bottom()));
}

TEST_CASE("Descriptions name ties, single values and nothing as they are", "[charts]") {
  TileMapData data;
  const Words& words = small_survey().voice("sv").words;
  CHECK(describe(data, words).find("Inget värde kan visas.") != std::string::npos);
  data.tiles = {{0, 0, "Skåne", 49.0, "49"}};
  CHECK(describe(data, words).find("Ett värde visas: Skåne med 49.") != std::string::npos);
  data.tiles.push_back({0, 1, "Halland", 49.2, "49"});
  CHECK(describe(data, words).find("Alla värden är 49.") != std::string::npos);
  data.tiles.push_back({0, 2, "Kalmar", 46.0, "46"});
  CHECK(describe(data, words).find("Högst är Halland och en till med 49, lägst Kalmar med 46.") != std::string::npos);
}

TEST_CASE("A series of many editions close to each other keeps all its labels, and none touches another", "[charts]") {
  const std::vector<SeriesLine> published{{"utgåva 2019", false, {{2019, 41, "41"}}},
                                          {"utgåva 2020", false, {{2020, 47, "47"}}},
                                          {"utgåva 2022", false, {{2020, 53, "53"}, {2021, 51, "51"}}},
                                          {"utgåva 2023", false, {{2023, 47, "47"}}},
                                          {"SKR 2022", false, {{2022, 48, "48"}}}};
  SeriesData data{.first_year = 2019, .last_year = 2027};
  data.lines = {{"denna enkät",
                 true,
                 {{2023, 42.1, "42,1 (n\u00A0=\u00A0263)"},
                  {2024, 43.6, "43,6 (n\u00A0=\u00A0248)"},
                  {2025, 44.8, "44,8 (n\u00A0=\u00A0289)"}}}};
  data.lines.insert(data.lines.end(), published.begin(), published.end());
  data.targets = {{2023, 55, "mål 2023: 55"}, {2027, 55, "mål 2027: 55"}};
  for (const double width : {228.0, 468.0}) {
    std::vector<std::string> dropped;
    draw(data, width, small_survey().style("sv"), &dropped);
    CHECK(dropped == std::vector<std::string>{});
  }
}

TEST_CASE("Numbers of flows and their symbols never touch each other", "[charts]") {
  TypeMovesData data;
  const Measured no = Missing::withheld;
  data.from_head = "2024", data.to_head = "2025";
  data.names = {"A Låg", "B Låg", "C God", "D God"}, data.letters = {"A", "B", "C", "D"};
  data.before = {179, 28, 16, 25}, data.before_texts = {"179", "28", "16", "25"};
  data.after = {166, no, no, no}, data.after_texts = {"166", "..", "..", ".."};
  data.moved = {{148, 14, 9, 8}, {10, 12, no, no}, {no, no, 7, no}, {no, no, no, 19}};
  data.texts = {{"148", "14", "9", "8"}, {"10", "12", "..", ".."}, {"..", "..", "7", ".."}, {"..", "..", "..", "19"}};
  data.stayed_label = "kvar: 186", data.moved_label = "bytte: 62";
  for (const double width : {228.0, 468.0}) {
    std::vector<std::string> dropped;
    const Picture picture = draw(data, width, small_survey().style("sv"), &dropped);
    CHECK(dropped == std::vector<std::string>{});
    CHECK(times(picture, "..") == 6);  // three bars of the second year, and three that withheld flows leave
    for (const char* number : {"148", "14", "9", "8", "10", "12", "7", "19", "166", "kvar: 186", "bytte: 62"})
      CHECK(times(picture, number) == 1);
  }
}

TEST_CASE("A bar that is withheld shows its known flows and no more than a frame of one height", "[charts]") {
  auto data = data_of<TypeMovesData>(Awkward::normal);
  data.after[1] = data.after[2] = Missing::withheld;
  const Picture picture = drawn(data, 468);
  CHECK(filled_with(picture, theme().colours.ink_3).size() == 8);
  const auto frames = filled_with(picture, theme().colours.paper);
  int open = 0;
  for (const Rect& frame : frames) open += std::fabs(frame.height - 8.5) < 0.01 && frame.width < 9 ? 1 : 0;
  CHECK(open == 2);
}

TEST_CASE("A long list has the scale's numbers above and below its rows", "[charts]") {
  ScaleRowsData data;
  for (int i = 0; i < 15; ++i) data.rows.push_back({.name = "Förmåga", .median = 40, .value = "40"});
  CHECK(times(drawn(data, 468), "75") == 1);
  data.rows.push_back(data.rows.back());
  CHECK(times(drawn(data, 468), "75") == 2);
  data.reference = 75, data.reference_label = "alla";  // the line is there
  CHECK(times(drawn(data, 468), "75") == 1);
  CHECK(times(drawn(data, 228), "75") == 1);
}
