#include "charts/charts.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "charts/awkward_charts.h"
#include "support/dump.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

MatrixData matrix_data(Awkward kind) {
  return std::get<MatrixData>(awkward_chart(Of<MatrixData>{}, AwkwardData(kind)).data);
}

Picture drawn(const AwkwardChart& chart) { return draw(chart.data, chart.least_width, small_survey().style("sv")); }

}  // namespace

TEST_CASE("A label without room is dropped and recorded", "[charts]") {
  MatrixData data = matrix_data(Awkward::normal);
  data.own_name = std::string(200, 'm');
  std::vector<std::string> dropped;
  const Picture picture = draw(data, 468, small_survey().style("sv"), &dropped);
  CHECK(dropped == std::vector<std::string>{data.own_name});
  for (const PlacedText& text : placed_texts(picture)) CHECK(text.run.text != data.own_name);
}

TEST_CASE("The own diamond is the last mark that charts of places draw", "[charts]") {
  const Colour accent = small_survey().loaded->theme.colours.accent;
  for (const AwkwardChart& chart : all_charts(Awkward::normal)) {
    if (chart.name != "matrix thumbnail" && chart.name != "index strip") continue;
    const Path* last = nullptr;
    const Picture picture = drawn(chart);
    for (const Item& item : picture.items)
      if (const auto* path = std::get_if<Path>(&item)) last = path;
    REQUIRE(last);
    INFO(chart.name);
    CHECK(last->fill == accent);
  }
}

TEST_CASE("The smallest text of a chart is eight points", "[charts]") {
  for (const AwkwardChart& chart : all_charts(Awkward::normal))
    for (const PlacedText& text : placed_texts(drawn(chart))) CHECK(text.run.size >= 8);
}
