#include "statistics/scores.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "statistics/random.h"
#include "statistics/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

std::vector<NodeScore> scores_of(const Model& model, const std::vector<AnswerRow>& rows) {
  DatasetMaker maker(model);
  maker.measure(maker.add("m"), 2025, rows);
  return score_measurement(model, maker.data, maker.data.measurements.front());
}

const NodeScore& of(const Model& model, const std::vector<NodeScore>& scores, const char* id) {
  return scores[static_cast<std::size_t>(model.find(id))];
}

/// The place of a statement in a row of answers.
std::size_t column(const Model& model, const char* id) {
  const auto statements = model.at(Level::statement);
  return static_cast<std::size_t>(std::find(statements.begin(), statements.end(), model.find(id)) - statements.begin());
}

std::vector<AnswerRow> everyone(const Model& model, int respondents, int step) {
  return std::vector<AnswerRow>(static_cast<std::size_t>(respondents),
                                AnswerRow(model.at(Level::statement).size(), static_cast<std::int8_t>(step)));
}

/// Nobody answers the statements named.
std::vector<AnswerRow> without(const Model& model, std::vector<AnswerRow> rows,
                               const std::vector<const char*>& statements) {
  for (AnswerRow& row : rows)
    for (const char* id : statements) row[column(model, id)] = kDontKnow;
  return rows;
}

/// Answers from a seed, with holes of every kind.
std::vector<AnswerRow> random_rows(const Model& model, std::uint64_t seed, int respondents) {
  Random random(seed);
  std::vector<AnswerRow> rows = everyone(model, respondents, 1);
  for (AnswerRow& row : rows)
    for (std::int8_t& answer : row)
      answer = random.chance(0.2) ? static_cast<std::int8_t>(random.between(kNotAsked, kNotApplicable))
                                  : static_cast<std::int8_t>(random.between(model.lowest_step(), model.highest_step()));
  return rows;
}

void check_same(const std::vector<NodeScore>& a, const std::vector<NodeScore>& b) {
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    INFO("node " << i);
    REQUIRE(a[i].known == b[i].known);
    CHECK(a[i].complete == b[i].complete);
    CHECK(a[i].respondents == b[i].respondents);
    if (!a[i].known) continue;
    CHECK(a[i].mean == Approx(b[i].mean).margin(1e-10));
    CHECK(a[i].variance == Approx(b[i].variance).margin(1e-10));
  }
}

Model uneven_model() {
  auto specs = tree_specs();
  for (std::size_t i = 0; i < specs.size(); ++i) {
    specs[i].weight = 0.5 + static_cast<double>(i % 5);
    specs[i].reversed = specs[i].level == Level::statement && i % 3 == 0;
  }
  return model_of(specs, 1, 5);
}

}  // namespace

TEST_CASE("A step is scored from 0 at the lowest to 100 at the highest", "[statistics]") {
  const Model model = tree_model();
  const Node& statement = model.node(model.find("D1C1K1S1"));
  CHECK(score_of_step(model, statement, 1) == 0);
  CHECK(score_of_step(model, statement, 2) == 25);
  CHECK(score_of_step(model, statement, 5) == 100);
  const Model shifted = model_of(tree_specs(), -3, 3);
  CHECK(score_of_step(shifted, shifted.node(4), 0) == 50);
  CHECK(score_of_step(shifted, shifted.node(4), -3) == 0);
}

TEST_CASE("A reversed statement is turned first", "[statistics]") {
  auto specs = tree_specs();
  specs[4].reversed = true;
  const Model model = model_of(specs, 1, 5);
  CHECK(score_of_step(model, model.node(4), 1) == 100);
  CHECK(score_of_step(model, model.node(4), 2) == 75);
  CHECK(score_of_step(model, model.node(4), 5) == 0);
}

TEST_CASE("Missing answers of every kind count as nothing, not as zero", "[statistics]") {
  const Model model = tree_model();
  auto rows = everyone(model, 6, 4);
  const std::size_t s = column(model, "D1C1K1S1");
  rows[0][s] = kNotAsked;
  rows[1][s] = kNoAnswer;
  rows[2][s] = kDontKnow;
  rows[3][s] = kNotApplicable;
  const auto scores = scores_of(model, rows);
  CHECK(of(model, scores, "D1C1K1S1").respondents == 2);
  CHECK(of(model, scores, "D1C1K1S1").mean == 75);
  CHECK(of(model, scores, "D1C1K1").respondents == 6);
  CHECK(of(model, scores, "T").mean == 75);
}

TEST_CASE("The lowest step is an answer although its score is zero", "[statistics]") {
  const Model model = tree_model();
  const auto scores = scores_of(model, everyone(model, 5, 1));
  CHECK(of(model, scores, "T").known);
  CHECK(of(model, scores, "T").mean == 0);
  CHECK(of(model, scores, "T").respondents == 5);
}

TEST_CASE("A node is the weighted mean of its children, not of all answers", "[statistics]") {
  auto specs = tree_specs();
  for (NodeSpec& spec : specs) {
    if (spec.id == "D1C1K1") spec.weight = 3;
    if (spec.id == "D1C1K1S2") spec.weight = 0.5;
  }
  const Model model = model_of(specs, 1, 5);
  auto rows = everyone(model, 2, 3);
  rows[0][column(model, "D1C1K1S1")] = 5;
  rows[1][column(model, "D1C1K1S1")] = 5;
  rows[0][column(model, "D1C1K1S2")] = 1;
  rows[1][column(model, "D1C1K1S2")] = kDontKnow;
  const auto scores = scores_of(model, rows);
  const double capability = (1 * 100 + 0.5 * 0) / 1.5;
  CHECK(of(model, scores, "D1C1K1").mean == Approx(capability).margin(1e-12));
  CHECK(of(model, scores, "D1C1").mean == Approx((3 * capability + 50) / 4).margin(1e-12));
  CHECK(of(model, scores, "D1").mean == Approx(((3 * capability + 50) / 4 + 100) / 3).margin(1e-12));
}

TEST_CASE("A capability needs half of its statements", "[statistics]") {
  const Model model = tree_model();
  const auto half = scores_of(model, without(model, everyone(model, 5, 4), {"D1C1K1S1"}));
  CHECK(of(model, half, "D1C1K1").known);
  CHECK_FALSE(of(model, half, "D1C1K1").complete);
  CHECK_FALSE(of(model, half, "D1C1K1S1").known);
  const auto none = scores_of(model, without(model, everyone(model, 5, 4), {"D1C1K1S1", "D1C1K1S2"}));
  CHECK_FALSE(of(model, none, "D1C1K1").known);
  CHECK(of(model, none, "D1C1K1").respondents == 0);
}

TEST_CASE("A category needs half of all statements below it", "[statistics]") {
  const Model model = tree_model();
  const auto half = scores_of(model, without(model, everyone(model, 5, 4), {"D1C1K1S1", "D1C1K1S2"}));
  CHECK(of(model, half, "D1C1").known);
  CHECK(of(model, half, "D1C1").mean == 75);
  CHECK_FALSE(of(model, half, "D1C1").complete);
  const auto quarter = scores_of(model, without(model, everyone(model, 5, 4), {"D1C1K1S1", "D1C1K1S2", "D1C1K2S1"}));
  CHECK_FALSE(of(model, quarter, "D1C1").known);
  CHECK(of(model, quarter, "D1C1K2").known);
}

TEST_CASE("A dimension needs two of three categories and the total both dimensions", "[statistics]") {
  const Model model = tree_model();
  const std::vector<const char*> first{"D1C1K1S1", "D1C1K1S2", "D1C1K2S1", "D1C1K2S2"};
  const auto two = scores_of(model, without(model, everyone(model, 5, 4), first));
  CHECK(of(model, two, "D1").known);
  CHECK_FALSE(of(model, two, "D1").complete);
  CHECK(of(model, two, "D2").complete);
  CHECK(of(model, two, "T").known);
  CHECK_FALSE(of(model, two, "T").complete);
  std::vector<const char*> both = first;
  both.insert(both.end(), {"D1C2K1S1", "D1C2K1S2", "D1C2K2S1"});
  const auto one = scores_of(model, without(model, everyone(model, 5, 4), both));
  CHECK_FALSE(of(model, one, "D1").known);
  CHECK(of(model, one, "D2").known);
  CHECK_FALSE(of(model, one, "T").known);
  CHECK(of(model, one, "T").respondents == 5);
}

TEST_CASE("A model may ask for other shares", "[statistics]") {
  Model model = tree_model();
  model.minimum_share = {.capability = 1, .category = 1, .dimension = 1.0 / 3, .total = 0.5};
  const auto scores = scores_of(
      model, without(model, everyone(model, 5, 4), {"D1C1K1S1", "D1C2K1S1", "D2C1K1S1", "D2C2K1S1", "D2C3K1S1"}));
  CHECK_FALSE(of(model, scores, "D1C1K1").known);
  CHECK_FALSE(of(model, scores, "D1C1").known);
  CHECK(of(model, scores, "D1").known);
  CHECK_FALSE(of(model, scores, "D2").known);
  CHECK(of(model, scores, "T").known);
}

TEST_CASE("What is whole says so, and nobody's answers are nothing", "[statistics]") {
  const Model model = tree_model();
  for (const NodeScore& score : scores_of(model, everyone(model, 5, 2))) CHECK((score.known && score.complete));
  for (const NodeScore& score : scores_of(model, everyone(model, 5, kNoAnswer)))
    CHECK_FALSE((score.known || score.complete || score.respondents));
  for (const NodeScore& score : scores_of(model, {})) CHECK_FALSE((score.known || score.complete || score.respondents));
}

TEST_CASE("A node's respondents are persons with an answer in it", "[statistics]") {
  const Model model = tree_model();
  auto rows = everyone(model, 4, 3);
  rows[0].assign(rows[0].size(), kNoAnswer);
  rows[1].assign(rows[1].size(), kNoAnswer);
  rows[1][column(model, "D1C1K1S1")] = 3;
  const auto scores = scores_of(model, rows);
  CHECK(of(model, scores, "T").respondents == 3);
  CHECK(of(model, scores, "D1C1K1").respondents == 3);
  CHECK(of(model, scores, "D1C1K2").respondents == 2);
}

TEST_CASE("The variance of a statement is that of a mean", "[statistics]") {
  const Model model = ruler_model();
  const auto scores = scores_of(model, {{10, 0}, {20, 0}, {40, 0}, {kDontKnow, 0}});
  const double mean = 70.0 / 3;
  const double squares = (10 - mean) * (10 - mean) + (20 - mean) * (20 - mean) + (40 - mean) * (40 - mean);
  CHECK(of(model, scores, "XS").variance == Approx(squares / 2 / 3).epsilon(1e-12));
}

TEST_CASE("One person's answers are not taken as independent", "[statistics]") {
  const Model model = ruler_model();
  const auto alike = scores_of(model, {{20, 20}, {40, 40}, {60, 60}});
  CHECK(of(model, alike, "T").variance == Approx(of(model, alike, "XS").variance).epsilon(1e-12));
  const auto opposite = scores_of(model, {{20, 60}, {40, 40}, {60, 20}});
  CHECK(of(model, opposite, "T").variance == Approx(0).margin(1e-20));
}

TEST_CASE("One respondent has no variance", "[statistics]") {
  const Model model = ruler_model();
  CHECK(of(model, scores_of(model, {{20, 30}}), "T").variance == 0);
}

TEST_CASE("The order of respondents changes nothing", "[statistics]") {
  const Model model = uneven_model();
  auto rows = random_rows(model, 3, 25);
  const auto before = scores_of(model, rows);
  std::reverse(rows.begin(), rows.end());
  check_same(before, scores_of(model, rows));
  std::rotate(rows.begin(), rows.begin() + 7, rows.end());
  check_same(before, scores_of(model, rows));
}

TEST_CASE("A respondent with the mean answers never moves a mean", "[statistics]") {
  const Model model = ruler_model();
  Random random(11);
  for (int trial = 0; trial < 50; ++trial) {
    const int x = random.between(30, 70), y = random.between(30, 70);
    std::vector<AnswerRow> rows;
    for (int pair = 0; pair < 4; ++pair) {
      const int dx = random.between(0, 30), dy = random.between(0, 30);
      rows.push_back({static_cast<std::int8_t>(x + dx), static_cast<std::int8_t>(y + dy)});
      rows.push_back({static_cast<std::int8_t>(x - dx), static_cast<std::int8_t>(y - dy)});
    }
    const auto before = scores_of(model, rows);
    rows.push_back({static_cast<std::int8_t>(x), static_cast<std::int8_t>(y)});
    const auto after = scores_of(model, rows);
    for (std::size_t i = 0; i < before.size(); ++i) {
      CHECK(after[i].mean == Approx(before[i].mean).margin(1e-12));
      CHECK(after[i].variance <= before[i].variance);
    }
  }
}

TEST_CASE("Reversing every statement and every answer gives the same scores", "[statistics]") {
  Model model = uneven_model();
  auto rows = random_rows(model, 5, 20);
  const auto before = scores_of(model, rows);
  for (Node& node : model.nodes)
    if (node.level == Level::statement) node.reversed = !node.reversed;
  for (AnswerRow& row : rows)
    for (std::int8_t& answer : row)
      if (is_step(answer)) answer = static_cast<std::int8_t>(model.lowest_step() + model.highest_step() - answer);
  check_same(before, scores_of(model, rows));
}

TEST_CASE("Weights are relative: doubling all of them changes nothing", "[statistics]") {
  Model model = uneven_model();
  const auto rows = random_rows(model, 9, 20);
  const auto before = scores_of(model, rows);
  for (Node& node : model.nodes) node.weight *= 2;
  check_same(before, scores_of(model, rows));
}

TEST_CASE("Every respondent twice gives the same means", "[statistics]") {
  const Model model = uneven_model();
  const auto rows = random_rows(model, 13, 20);
  const auto before = scores_of(model, rows);
  auto twice = rows;
  twice.insert(twice.end(), rows.begin(), rows.end());
  const auto after = scores_of(model, twice);
  for (std::size_t i = 0; i < before.size(); ++i) {
    CHECK(after[i].known == before[i].known);
    CHECK(after[i].respondents == 2 * before[i].respondents);
    if (before[i].known) CHECK(after[i].mean == Approx(before[i].mean).margin(1e-10));
  }
}

TEST_CASE("Only the measurement's own respondents are counted", "[statistics]") {
  const Model model = ruler_model();
  DatasetMaker maker(model);
  const auto one = maker.add("m");
  const auto other = maker.add("m");
  maker.measure(one, 2024, std::vector<AnswerRow>(3, AnswerRow{10, 20}));
  maker.measure(one, 2025, std::vector<AnswerRow>(4, AnswerRow{30, 40}));
  maker.measure(other, 2025, std::vector<AnswerRow>(5, AnswerRow{90, 90}));
  const auto scores = score_measurement(model, maker.data, *maker.data.find(one, 2025));
  CHECK(of(model, scores, "T").mean == Approx(35).margin(1e-12));
  CHECK(of(model, scores, "T").respondents == 4);
}
