#include "statistics/unit_types.h"

#include <catch2/catch.hpp>

#include <vector>

#include "statistics/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

using Indices = std::vector<int>;

/// One organisation of the ruler model: who belongs to which unit, and answers x = y.
struct Units {
  explicit Units(const std::vector<std::pair<UnitIndex, int>>& respondents, std::vector<Unit> units = {})
      : maker(model) {
    std::vector<AnswerRow> rows;
    for (const auto& [unit, answer] : respondents)
      rows.push_back({static_cast<std::int8_t>(answer), static_cast<std::int8_t>(answer)});
    maker.measure(maker.add("m"), 2025, rows);
    for (std::size_t r = 0; r < respondents.size(); ++r) maker.data.respondents[r].unit = respondents[r].first;
    maker.data.units = std::move(units);
  }

  const Measurement& measurement() const { return maker.data.measurements.front(); }

  Model model = ruler_model();
  DatasetMaker maker;
};

std::vector<std::pair<UnitIndex, int>> people(const std::vector<std::pair<UnitIndex, int>>& units, int answer) {
  std::vector<std::pair<UnitIndex, int>> all;
  for (const auto& [unit, count] : units) all.insert(all.end(), static_cast<std::size_t>(count), {unit, answer});
  return all;
}

std::vector<NodeScore> nodes(double mean, int respondents) { return {{mean, 4, respondents, true, true}}; }

}  // namespace

TEST_CASE("Respondents stand by unit, units in the order of their ids and those without one first", "[statistics]") {
  const Units units({{1, 0}, {0, 0}, {-1, 0}, {1, 0}}, {{0, "b", "", ""}, {0, "a", "", ""}});
  const auto found = respondents_by_unit(units.maker.data, units.measurement());
  REQUIRE(found.size() == 3);
  CHECK(found[0].unit == -1);
  CHECK(found[0].respondents == Indices{2});
  CHECK(found[1].unit == 1);
  CHECK(found[1].respondents == Indices{0, 3});
  CHECK(found[2].unit == 0);
}

TEST_CASE("Units are scored by their own respondents and controlled beside the organisation",
          "[statistics][disclosure]") {
  const Units units(people({{0, 9}, {1, 6}, {2, 3}, {-1, 8}}, 50),
                    {{0, "a", "", ""}, {0, "b", "", ""}, {0, "c", "", ""}});
  const auto organisation = score_measurement(units.model, units.maker.data, units.measurement());
  const auto scored = score_units(units.model, units.maker.data, {}, units.measurement(), organisation);
  REQUIRE(scored.size() == 3);
  CHECK(scored[0].results.respondents == 9);
  CHECK(scored[0].results.scores[kTotal].mean == Approx(50));
  // Those without a unit are a second withheld part beside unit c.
  CHECK(may_be_shown(scored[0].results.scores[kTotal], {}));
  CHECK(may_be_shown(scored[1].results.scores[kTotal], {}));
  CHECK_FALSE(may_be_shown(scored[2].results.scores[kTotal], {}));
}

TEST_CASE("A kind of unit has one value for each organisation with enough respondents", "[statistics][disclosure]") {
  UnitTypeGroup group;
  group.add(3, nodes(70, 5), nodes(60, 8), {});
  group.add(7, nodes(40, 9), nodes(40, 9), {});
  group.add(9, nodes(10, 4), nodes(10, 4), {});
  group.sort();
  CHECK(group.sorted(kTotal) == std::vector<double>{40, 70});
  CHECK(group.whole_organisations(kTotal) == 1);
  REQUIRE(group.value(3, kTotal));
  CHECK(*group.value(3, kTotal) == 70);
  CHECK_FALSE(group.value(9, kTotal));
  CHECK_FALSE(group.value(4, kTotal));
}

TEST_CASE("An organisation's units of one kind are taken together", "[statistics]") {
  auto respondents = people({{0, 4}}, 20);
  for (const auto& person : people({{1, 2}}, 80)) respondents.push_back(person);
  for (const auto& person : people({{2, 7}, {-1, 3}}, 100)) respondents.push_back(person);
  const Units units(respondents, {{0, "a", "", "school"}, {0, "b", "", "school"}, {0, "c", "", ""}});
  UnitTypeGroups groups;
  add_unit_types(groups, units.model, units.maker.data, {}, units.measurement(),
                 score_measurement(units.model, units.maker.data, units.measurement()));
  REQUIRE(groups.size() == 1);
  const auto& [kind, schools] = *groups.begin();
  CHECK(kind == std::pair<std::string, std::string>("m", "school"));
  REQUIRE(schools.value(0, kTotal));
  CHECK(*schools.value(0, kTotal) == Approx((4 * 20 + 2 * 80) / 6.0).margin(1e-12));
}
