#include "statistics/peer_group.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>

#include "statistics/random.h"
#include "statistics/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// Groups of one definition over the measurements of 2025, with the scores that they need.
PeerGrouping groups_of(const Model& model, const Dataset& data, const PeerGroupDefinition& definition,
                       const DisclosurePolicy& policy = {}) {
  std::vector<std::vector<NodeScore>> scores(data.organisations.size());
  std::vector<const std::vector<NodeScore>*> given(data.organisations.size());
  for (const Measurement& measurement : data.measurements) {
    if (measurement.year != 2025) continue;
    const auto o = static_cast<std::size_t>(measurement.organisation);
    scores[o] = score_measurement(model, data, measurement);
    given[o] = &scores[o];
  }
  return group_peers(definition, model, data, policy, given);
}

PeerGroupDefinition by(const std::string& property, std::vector<std::string> types = {}) {
  PeerGroupDefinition definition;
  definition.id = "test";
  definition.property = property;
  definition.types = std::move(types);
  return definition;
}

/// How many of the hundred dots stand in steps 0 to `last`, by the definition: dot k stands at (k + 1/2) / 100 of all.
int dots_up_to(const std::vector<int>& counts, std::size_t last) {
  const long long all = std::accumulate(counts.begin(), counts.end(), 0LL);
  const long long below = std::accumulate(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(last) + 1, 0LL);
  int dots = 0;
  for (int k = 0; k < 100; ++k) dots += below > 0 && (2 * k + 1) * all <= 200 * below;
  return dots;
}

}  // namespace

TEST_CASE("A cell holds its lower end, and 100 belongs to the last", "[statistics]") {
  CHECK(cell_count(2) == 50);
  CHECK(cell_of(0, 2) == 0);
  CHECK(cell_of(1.99, 2) == 0);
  CHECK(cell_of(2, 2) == 1);
  CHECK(cell_of(99.9, 2) == 49);
  CHECK(cell_of(100, 2) == 49);
}

TEST_CASE("The last cell is smaller where the step does not divide the scale", "[statistics]") {
  CHECK(cell_count(3) == 34);
  CHECK(cell_of(100, 3) == 33);
  CHECK(cell_of(98.9, 3) == 32);
  CHECK(cell_count(0.1) == 1000);
  CHECK(cell_count(2.5) == 40);
}

TEST_CASE("A value that misses the end of a cell by a last digit stands where its printed number does",
          "[statistics]") {
  CHECK(cell_of(57.99999999999999, 2) == cell_of(58, 2));
}

TEST_CASE("There are always a hundred quantile dots, or none of nothing", "[statistics]") {
  Random random(3);
  for (int trial = 0; trial < 200; ++trial) {
    std::vector<int> counts(50);
    for (int i = random.between(1, 300); i > 0; --i) ++counts[static_cast<std::size_t>(random.between(0, 49))];
    const std::vector<int> dots = quantile_dots(counts);
    CHECK(std::accumulate(dots.begin(), dots.end(), 0) == 100);
    CHECK(*std::min_element(dots.begin(), dots.end()) >= 0);
  }
  CHECK(quantile_dots(std::vector<int>(50)) == std::vector<int>(50));
  CHECK(quantile_dots({}).empty());
}

TEST_CASE("Quantile dots follow the shares of the counts", "[statistics]") {
  CHECK(quantile_dots({0, 1, 0}) == std::vector<int>{0, 100, 0});
  CHECK(quantile_dots({1, 3}) == std::vector<int>{25, 75});
  CHECK(quantile_dots({100, 50, 50}) == std::vector<int>{50, 25, 25});
  CHECK(quantile_dots({1, 1, 1}) == std::vector<int>{33, 34, 33});
  Random random(4);
  std::vector<int> counts(20);
  for (int& count : counts) count = random.between(0, 9);
  const std::vector<int> dots = quantile_dots(counts);
  for (std::size_t i = 0; i < dots.size(); ++i)
    CHECK(std::accumulate(dots.begin(), dots.begin() + static_cast<std::ptrdiff_t>(i) + 1, 0) == dots_up_to(counts, i));
}

TEST_CASE("Where all values move up, no quantile dot moves down", "[statistics]") {
  Random random(5);
  for (int trial = 0; trial < 100; ++trial) {
    std::vector<int> counts(20), moved(20);
    for (int i = 0; i < 60; ++i) {
      const int cell = random.between(0, 19);
      ++counts[static_cast<std::size_t>(cell)];
      ++moved[static_cast<std::size_t>(std::min(19, cell + random.between(0, 3)))];
    }
    const std::vector<int> before = quantile_dots(counts), after = quantile_dots(moved);
    int low = 0, high = 0;
    for (std::size_t i = 0; i < 20; ++i) {
      low += after[i];
      high += before[i];
      CHECK(low <= high);
    }
  }
}

TEST_CASE("A value counts among peers when it is known and rests on enough respondents", "[statistics]") {
  const DisclosurePolicy policy;
  const NodeScore five{40, 1, 5, true, true};
  const NodeScore four{40, 1, 4, true, true};
  const NodeScore unknown{40, 1, 50, false, false};
  REQUIRE(countable(five, policy));
  CHECK(*countable(five, policy) == 40);
  CHECK_FALSE(countable(four, policy));
  CHECK_FALSE(countable(unknown, policy));
}

TEST_CASE("Regions are never compared with municipalities", "[statistics]") {
  const Model model = ruler_model();
  DatasetMaker maker(model, {"county"});
  maker.add_place(10, 20, 5, "municipality", {"AB"});
  maker.add_place(30, 40, 5, "region", {"AB"});
  maker.add_place(50, 60, 5, "municipality", {"AB"});
  for (const char* property : {"", "county"}) {
    const PeerGrouping grouping = groups_of(model, maker.data, by(property));
    REQUIRE(grouping.groups.size() == 2);
    CHECK(grouping.group_of[0] == grouping.group_of[2]);
    CHECK(grouping.group_of[0] != grouping.group_of[1]);
    CHECK(grouping.groups[static_cast<std::size_t>(grouping.group_of[0])].members == std::vector<int>{0, 2});
  }
}

TEST_CASE("A group has those that share the property, and those without it have no group", "[statistics]") {
  const Model model = ruler_model();
  DatasetMaker maker(model, {"county"});
  maker.add_place(10, 20, 5, "m", {"AB"});
  maker.add_place(30, 40, 5, "m", {""});
  maker.add_place(50, 60, 5, "m", {"O"});
  maker.add_place(70, 80, 5, "m", {"AB"});
  const PeerGrouping grouping = groups_of(model, maker.data, by("county"));
  CHECK(grouping.group_of == std::vector<int>{0, -1, 1, 0});
  CHECK(grouping.groups[0].value == "AB");
  CHECK(groups_of(model, maker.data, by("climate")).groups.empty());
}

TEST_CASE("A definition may be for some types only", "[statistics]") {
  const Model model = ruler_model();
  DatasetMaker maker(model);
  maker.add_place(10, 20, 5, "region");
  maker.add_place(30, 40, 5, "municipality");
  CHECK(groups_of(model, maker.data, by("", {"municipality"})).group_of == std::vector<int>{-1, 0});
}

TEST_CASE("Those that did not measure in the year have a group and are not in it", "[statistics]") {
  const Model model = ruler_model();
  DatasetMaker maker(model);
  maker.add_place(10, 20);
  maker.measure(maker.add("m"), 2024, std::vector<AnswerRow>(5, AnswerRow{30, 40}));
  CHECK(groups_of(model, maker.data, by("")).group_of == std::vector<int>{0, 0});
}

TEST_CASE("Values are sorted, and those of too few respondents are not among them", "[statistics]") {
  const Model model = ruler_model();
  DatasetMaker maker(model);
  maker.add_place(70, 20);
  maker.add_place(10, 90);
  maker.add_place(99, 99, 4);
  maker.add_place(40, 30);
  const PeerGrouping grouping = groups_of(model, maker.data, by(""));
  REQUIRE(grouping.groups.size() == 1);
  CHECK(grouping.groups[0].sorted[static_cast<std::size_t>(model.find("XS"))] == std::vector<double>{10, 40, 70});
  CHECK(grouping.groups[0].sorted[static_cast<std::size_t>(model.find("Y"))] == std::vector<double>{20, 30, 90});
}

TEST_CASE("Places are counted in their cells and quadrants, the cut on the upper side", "[statistics]") {
  const Model model = ruler_model();
  DatasetMaker maker(model);
  maker.add_place(10, 80);
  maker.add_place(11, 81);
  maker.add_place(50, 50);
  maker.add_place(49, 49);
  maker.add_place(90, 10);
  maker.add_place(90, 10, 4);
  const PeerGroup group = groups_of(model, maker.data, by(""), {.dots_from = 5}).groups.at(0);
  CHECK(group.cells[40][5] == 2);
  CHECK(group.cells[25][25] == 1);
  CHECK(group.cells[24][24] == 1);
  CHECK(group.cells[5][45] == 1);
  CHECK(group.quadrants[1][0] == 2);
  CHECK(group.quadrants[1][1] == 1);
  CHECK(group.quadrants[0][0] == 1);
  CHECK(group.quadrants[0][1] == 1);
}
