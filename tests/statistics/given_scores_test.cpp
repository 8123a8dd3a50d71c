// Values that were computed elsewhere.
#include "statistics/given_scores.h"

#include <catch2/catch.hpp>

#include "statistics/small_survey.h"
#include "statistics/snapshot.h"
#include "statistics/statistics.h"

using namespace mognad;
using namespace mognad::test;

namespace {

NodeScore score_of(const Model& model, const std::vector<GivenValue>& values, const char* id) {
  return given_scores(model, values)[static_cast<std::size_t>(model.find(id))];
}

/// An organisation whose values of the ruler model were computed elsewhere.
OrganisationIndex give(DatasetMaker& maker, int year, const std::vector<GivenValue>& values,
                       OrganisationIndex organisation = -1) {
  if (organisation < 0) organisation = maker.add("m");
  Measurement m{.organisation = organisation, .year = year};
  m.first_given = static_cast<int>(maker.data.given.size());
  m.given = static_cast<int>(values.size());
  for (const GivenValue& value : values) {
    m.respondents = std::max(m.respondents, value.respondents);
    maker.data.given.push_back(value);
  }
  maker.data.measurements.push_back(m);
  if (maker.data.years.empty() || maker.data.years.back() < year) maker.data.years.push_back(year);
  return organisation;
}

}  // namespace

TEST_CASE("A node has the value that was given, whatever its parts say", "[statistics]") {
  const Model model = ruler_model();
  const std::vector<GivenValue> values{{"T", 70, 20, 3.5}, {"X", 40, 20, {}}, {"Y", 60, 20, {}}};
  const NodeScore total = score_of(model, values, "T");
  CHECK(total.known);
  CHECK(total.given);
  CHECK(total.mean == 70);
  CHECK(total.margin == std::optional<double>(3.5));
  CHECK(score_of(model, values, "X").mean == 40);
}

TEST_CASE("A node that was not given is computed from its parts with their weights", "[statistics]") {
  Model model = ruler_model();
  model.nodes[static_cast<std::size_t>(model.find("X"))].weight = 3;
  const std::vector<GivenValue> values{{"X", 40, 20, 2.0}, {"Y", 60, 25, {}}};
  const NodeScore total = score_of(model, values, "T");
  CHECK(total.known);
  CHECK(total.mean == Approx(45));
  CHECK(total.respondents == 25);
  CHECK_FALSE(total.margin);
  CHECK(total.complete);
}

TEST_CASE("A node without enough of its parts has no value", "[statistics]") {
  const Model model = ruler_model();
  CHECK_FALSE(score_of(model, {{"X", 40, 20, {}}}, "T").known);
  const Model tree = tree_model();
  const std::vector<GivenValue> two{{"D1C1", 40, 20, {}}, {"D1C2", 50, 20, {}}};
  const NodeScore dimension = score_of(tree, two, "D1");
  CHECK(dimension.known);
  CHECK(dimension.mean == Approx(45));
  CHECK_FALSE(dimension.complete);
  CHECK_FALSE(score_of(tree, {{"D1C1", 40, 20, {}}}, "D1").known);
  CHECK(score_of(tree, {{"D1C1K1", 40, 20, {}}}, "D1C1").known);
  CHECK_FALSE(score_of(tree, two, "D1C3").known);
  CHECK_FALSE(score_of(tree, two, "D1C1K1").known);
}

TEST_CASE("From the top only the top is known", "[statistics]") {
  const Model model = tree_model();
  const auto scores = given_scores(model, std::vector<GivenValue>{{"T", 50, 20, {}}});
  for (NodeIndex i = 1; i < model.node_count(); ++i) CHECK_FALSE(scores[static_cast<std::size_t>(i)].known);
}

TEST_CASE("Given statements come to what the answers come to", "[statistics]") {
  const Model model = tree_model();
  DatasetMaker maker(model);
  std::vector<AnswerRow> rows;
  for (int r = 0; r < 8; ++r) {
    AnswerRow row;
    for (int s = 0; s < 24; ++s) row.push_back(static_cast<std::int8_t>(1 + (r * 7 + s * 3) % 5));
    rows.push_back(row);
  }
  maker.measure(maker.add("m"), 2025, rows);
  const auto answered = score_measurement(model, maker.data, maker.data.measurements[0]);
  std::vector<GivenValue> values;
  for (const NodeIndex node : model.at(Level::statement))
    values.push_back({model.node(node).id, answered[static_cast<std::size_t>(node)].mean, 8, {}});
  const auto given = given_scores(model, values);
  for (NodeIndex i = 0; i < model.node_count(); ++i) {
    CHECK(given[static_cast<std::size_t>(i)].mean == Approx(answered[static_cast<std::size_t>(i)].mean));
    CHECK(given[static_cast<std::size_t>(i)].complete == answered[static_cast<std::size_t>(i)].complete);
    CHECK(given[static_cast<std::size_t>(i)].respondents == answered[static_cast<std::size_t>(i)].respondents);
  }
}

TEST_CASE("Given values are compared with their parts where all parts have values", "[statistics]") {
  const Model model = ruler_model();
  const auto found = against_children(
      model, std::vector<GivenValue>{{"T", 50, 20, {}}, {"X", 40, 20, {}}, {"XC", 41, 20, {}}, {"Y", 70, 20, {}}});
  REQUIRE(found.size() == 2);
  CHECK(found[0].node == kTotal);
  CHECK(found[0].given == 50);
  CHECK(found[0].computed == Approx(55));
  CHECK(found[1].computed == Approx(41));
}

TEST_CASE("A given value under the minimum of respondents is withheld, and what would tell it", "[statistics]") {
  const Model model = ruler_model();
  DatasetMaker maker(model);
  const auto few = give(maker, 2025, {{"T", 50, 20, {}}, {"X", 40, 4, {}}, {"Y", 60, 20, {}}});
  const auto all_few = give(maker, 2025, {{"T", 50, 4, {}}});
  const Statistics statistics = compute_statistics(model, survey_of_all(), maker.data);
  CHECK(statistics.node(few, 2025, model.find("X")).value.withheld());
  CHECK(statistics.node(few, 2025, model.find("Y")).value.withheld());
  CHECK(statistics.node(few, 2025, kTotal).value.known());
  CHECK(statistics.node(all_few, 2025, kTotal).value.withheld());
  CHECK(statistics.years_of(all_few).empty());
}

TEST_CASE("An uncertainty is the one that was given, from enough respondents on", "[statistics]") {
  const Model model = ruler_model();
  DatasetMaker maker(model);
  const auto o = give(maker, 2025, {{"T", 50, 20, 3.0}, {"X", 40, 9, 4.0}, {"Y", 60, 20, {}}});
  const Statistics statistics = compute_statistics(model, survey_of_all(), maker.data);
  CHECK(statistics.node(o, 2025, kTotal).margin == Measured(3.0));
  CHECK(statistics.node(o, 2025, model.find("X")).margin == Measured(Missing::not_applicable));
  CHECK(statistics.node(o, 2025, model.find("Y")).margin == Measured(Missing::not_applicable));
}

TEST_CASE("A change from or to a given value is not tested", "[statistics]") {
  const Model model = ruler_model();
  DatasetMaker maker(model);
  std::vector<AnswerRow> rows;
  for (int r = 0; r < 12; ++r) rows.push_back({static_cast<std::int8_t>(r), static_cast<std::int8_t>(3 * r)});
  const auto mixed = maker.add("m");
  maker.measure(mixed, 2024, rows);
  give(maker, 2025, {{"T", 50, 20, 1.0}}, mixed);
  const Statistics statistics = compute_statistics(model, survey_of_all(), maker.data);
  const auto changes = statistics.changes(mixed, 2024, 2025, Level::category);
  REQUIRE(changes[kTotal].points);
  CHECK(changes[kTotal].points.number() == Approx(50 - 11));
  CHECK(changes[kTotal].certainty == Certainty::untested);
  CHECK_FALSE(changes[kTotal].margin);
  CHECK_FALSE(changes[1].points);
}

TEST_CASE("Without answers there are neither distributions nor units", "[statistics]") {
  const Model model = ruler_model();
  DatasetMaker maker(model);
  const auto o = give(maker, 2025, {{"T", 50, 20, {}}, {"XS", 40, 20, {}}, {"YS", 60, 20, {}}});
  const Statistics statistics = compute_statistics(model, survey_of_all(), maker.data);
  CHECK(statistics.answers(o, 2025, model.find("XS")).counts.empty());
  CHECK(statistics.answers(o, 2025, model.find("XS")).agreement == Measured(Missing::no_answer));
  CHECK(statistics.units(o, 2025).empty());
  CHECK(statistics.node(o, 2025, model.find("XK")).value.number() == 40);
}

TEST_CASE("Organisations with answers and with given values are peers of each other", "[statistics]") {
  const Model model = ruler_model();
  DatasetMaker maker(model);
  const auto own = maker.add_place(50, 50);
  for (int i = 0; i < 3; ++i) maker.add_place(40, 40);
  for (int i = 0; i < 3; ++i) give(maker, 2025, {{"T", 60, 20, {}}});
  const Statistics statistics = compute_statistics(model, survey_of_all(), maker.data);
  const PeerResult peers = statistics.peers(own, 2025, 0, kTotal);
  CHECK(peers.others == 6);
  CHECK(peers.median == Measured(50.0));
}

TEST_CASE("National answers need the minimum of organisations that have answers", "[statistics]") {
  const Model model = ruler_model();
  DatasetMaker maker(model);
  for (int i = 0; i < 5; ++i) maker.add_place(40 + i, 40);
  for (int i = 0; i < 9; ++i) give(maker, 2025, {{"T", 60, 20, {}}, {"XS", 50, 20, {}}});
  const NodeIndex statement = model.find("XS");
  CHECK(compute_statistics(model, survey_of_all(), maker.data).national_answers("m", 2025, statement).counts.empty());
  DatasetMaker more(model);
  for (int i = 0; i < 12; ++i) more.add_place(40 + i, 40);
  give(more, 2025, {{"T", 60, 20, {}}, {"XS", 50, 20, {}}});
  const AnswerDistribution answers =
      compute_statistics(model, survey_of_all(), more.data).national_answers("m", 2025, statement);
  CHECK(answers.answered == 60);
}

TEST_CASE("A snapshot tells one given value from another", "[statistics]") {
  const Model model = ruler_model();
  const auto digest = [&](const GivenValue& value) {
    DatasetMaker maker(model);
    give(maker, 2025, {value});
    return take_snapshot(model, maker.data).at(0).sha256;
  };
  const std::string one = digest({"T", 50, 20, {}});
  CHECK(digest({"T", 50, 20, {}}) == one);
  CHECK(digest({"T", 50.1, 20, {}}) != one);
  CHECK(digest({"X", 50, 20, {}}) != one);
  CHECK(digest({"T", 50, 21, {}}) != one);
  CHECK(digest({"T", 50, 20, 1.0}) != one);
}
