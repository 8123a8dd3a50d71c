#include "statistics/change.h"

#include <catch2/catch.hpp>

#include <cmath>

#include "statistics/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

NodeScore score(double mean, double variance, int respondents) { return {mean, variance, respondents, true, true}; }

/// Every node with the same score.
std::vector<NodeScore> all_nodes(const Model& model, NodeScore of) {
  return std::vector<NodeScore>(model.nodes.size(), of);
}

NodeScore result_of_equal_answers(const Model& model, int step, int respondents) {
  DatasetMaker maker(model);
  const AnswerRow row(static_cast<std::size_t>(maker.data.statements), static_cast<std::int8_t>(step));
  maker.measure(maker.add("m"), 2025, std::vector<AnswerRow>(static_cast<std::size_t>(respondents), row));
  return score_measurement(model, maker.data, maker.data.measurements.front())[kTotal];
}

}  // namespace

TEST_CASE("Welch's test has its t, its degrees of freedom and its p", "[statistics]") {
  // As t.test(later, earlier) in R of any samples with these means, standard errors and sizes.
  const auto test = welch_test(score(40, 4, 10), score(46, 9, 20), 10);
  REQUIRE(test);
  CHECK(test->t == Approx(6 / std::sqrt(13.0)).epsilon(1e-12));
  CHECK(test->freedom == Approx(169 / (16.0 / 9 + 81.0 / 19)).epsilon(1e-12));
  CHECK(test->p == Approx(0.107255560528).margin(1e-11));
}

TEST_CASE("Too few respondents in either year are not tested", "[statistics]") {
  CHECK_FALSE(welch_test(score(40, 4, 9), score(46, 9, 20), 10));
  CHECK_FALSE(welch_test(score(40, 4, 20), score(46, 9, 9), 10));
  CHECK(welch_test(score(40, 4, 10), score(46, 9, 10), 10));
}

TEST_CASE("Zero variance in both years is not tested, in one year it is", "[statistics]") {
  CHECK_FALSE(welch_test(score(40, 0, 12), score(46, 0, 12), 10));
  const auto test = welch_test(score(40, 0, 12), score(46, 9, 15), 10);
  REQUIRE(test);
  CHECK(test->freedom == Approx(14).epsilon(1e-12));
}

TEST_CASE("No change is tested where everyone answers the same in both years", "[statistics]") {
  // Sixths of 100 are no binary numbers: the mean of equal scores may miss them by a last digit.
  const Model model = model_of(tree_specs(), 1, 7);
  int tested = 0;
  for (int respondents = 10; respondents < 40; ++respondents)
    for (int step = 1; step < 7; ++step) {
      const NodeScore earlier = result_of_equal_answers(model, step, respondents);
      tested += welch_test(earlier, result_of_equal_answers(model, step + 1, respondents + 1), 10).has_value();
      tested += welch_test(earlier, result_of_equal_answers(model, step, respondents + 1), 10).has_value();
    }
  CHECK(tested == 0);
}

TEST_CASE("The same answers of everyone in both years are no clear change", "[statistics]") {
  const Model model = model_of(tree_specs(), 1, 7);
  int clear = 0;
  for (int respondents = 10; respondents < 40; ++respondents)
    for (int step = 2; step < 7; ++step) {
      const auto earlier = all_nodes(model, result_of_equal_answers(model, step, respondents));
      const auto later = all_nodes(model, result_of_equal_answers(model, step, respondents + 1));
      clear += changes(model, earlier, later, 10)[kTotal]->certainty == Certainty::clear;
    }
  CHECK(clear == 0);
}

TEST_CASE("Adjusted p values are those of Benjamini and Hochberg", "[statistics]") {
  // p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5), "BH")
  const std::vector<double> p{0.01, 0.04, 0.03, 0.005, 0.5};
  const std::vector<double> expected{0.025, 0.05, 0.05, 0.025, 0.5};
  const std::vector<double> adjusted = adjust_benjamini_hochberg(p);
  REQUIRE(adjusted.size() == expected.size());
  for (std::size_t i = 0; i < p.size(); ++i) CHECK(adjusted[i] == Approx(expected[i]).margin(1e-12));
  CHECK(adjust_benjamini_hochberg({}).empty());
  CHECK(adjust_benjamini_hochberg(std::vector<double>{0.3}) == std::vector<double>{0.3});
  CHECK(adjust_benjamini_hochberg(std::vector<double>{0.9, 1, 0.95}) == std::vector<double>{1, 1, 1});
}

TEST_CASE("Each level is a family of its own", "[statistics]") {
  const Model model = tree_model();
  auto earlier = all_nodes(model, score(50, 4, 20));
  auto later = earlier;
  // One dimension of two, one category of six, and one capability of twelve change by as much.
  for (const char* id : {"D1", "D1C1", "D1C1K1"}) later[static_cast<std::size_t>(model.find(id))].mean = 57.5;
  const double p = welch_test(score(50, 4, 20), score(57.5, 4, 20), 10)->p;
  const auto found = changes(model, earlier, later, 10);
  CHECK(found[static_cast<std::size_t>(model.find("D1"))]->p == Approx(2 * p).epsilon(1e-12));
  CHECK(found[static_cast<std::size_t>(model.find("D1C1"))]->p == Approx(6 * p).epsilon(1e-12));
  CHECK(found[static_cast<std::size_t>(model.find("D1C1K1"))]->p == Approx(12 * p).epsilon(1e-12));
  CHECK(found[static_cast<std::size_t>(model.find("D1"))]->certainty == Certainty::clear);
  CHECK(found[static_cast<std::size_t>(model.find("D1C1K1"))]->certainty == Certainty::within_chance);
  CHECK(found[static_cast<std::size_t>(model.find("D2"))]->certainty == Certainty::within_chance);
}

TEST_CASE("What is not tested does not count in its family", "[statistics]") {
  const Model model = tree_model();
  auto earlier = all_nodes(model, score(50, 4, 20));
  auto later = earlier;
  later[static_cast<std::size_t>(model.find("D1"))].mean = 57;
  earlier[static_cast<std::size_t>(model.find("D2"))].respondents = 9;
  const auto found = changes(model, earlier, later, 10);
  CHECK(found[static_cast<std::size_t>(model.find("D1"))]->p ==
        Approx(welch_test(score(50, 4, 20), score(57, 4, 20), 10)->p).epsilon(1e-12));
  const auto& untested = found[static_cast<std::size_t>(model.find("D2"))];
  REQUIRE(untested);
  CHECK(untested->certainty == Certainty::untested);
  CHECK(untested->points == 0);
}

TEST_CASE("A node that is unknown in one year has no change", "[statistics]") {
  const Model model = ruler_model();
  auto earlier = all_nodes(model, score(50, 4, 20));
  const auto later = all_nodes(model, score(53, 4, 20));
  earlier[3].known = false;
  const auto found = changes(model, earlier, later, 10);
  CHECK_FALSE(found[3]);
  REQUIRE(found[2]);
  CHECK(found[2]->points == 3);
}

TEST_CASE("A change turns its sign when the years change places", "[statistics]") {
  const Model model = ruler_model();
  const auto one = all_nodes(model, score(50, 4, 20));
  const auto other = all_nodes(model, score(58, 6, 12));
  const auto there = changes(model, one, other, 10);
  const auto back = changes(model, other, one, 10);
  CHECK(there[0]->points == -back[0]->points);
  CHECK(there[0]->p == Approx(back[0]->p).epsilon(1e-12));
  CHECK(there[0]->margin == Approx(back[0]->margin).epsilon(1e-12));
}
