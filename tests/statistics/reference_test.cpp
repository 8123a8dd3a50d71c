// Every figure against an independent calculation in R: tests/references/statistics/reference.R, its surveys and
// results.
#include <catch2/catch.hpp>

#include <map>

#include "statistics/change.h"
#include "statistics/quantile.h"
#include "statistics/reference_files.h"
#include "statistics/statistics.h"

using namespace mognad;
using namespace mognad::test;

namespace {

ReferenceTable read(const std::string& name) { return read_table("statistics/" + name); }

std::vector<AnswerRow> read_answers(const std::string& survey, const std::string& year) {
  std::vector<AnswerRow> rows;
  for (const auto& texts : read("answers-" + survey + "-" + year + ".csv").rows) {
    rows.emplace_back();
    for (const std::string& text : texts) rows.back().push_back(answer_of(text));
  }
  return rows;
}

/// One survey of one organisation, measured in 2024 ("earlier") and 2025 ("later").
struct ReferenceSurvey {
  explicit ReferenceSurvey(const std::string& name, const std::string& model_name)
      : model(read_reference_model("statistics", model_name)), maker(model) {
    const auto own = maker.add("m");
    maker.measure(own, 2024, read_answers(name, "earlier"));
    maker.measure(own, 2025, read_answers(name, "later"));
  }
  std::vector<NodeScore> scores(int year) const {
    return score_measurement(model, maker.data, *maker.data.find(0, year));
  }

  Model model;
  DatasetMaker maker;
};

/// The surveys by name, each read once.
std::map<std::string, ReferenceSurvey> read_surveys() {
  std::map<std::string, ReferenceSurvey> surveys;
  const ReferenceTable scores = read("scores.csv");
  for (std::size_t i = 0; i < scores.rows.size(); ++i) {
    const std::string& name = scores.text(i, "survey");
    if (!surveys.count(name)) surveys.try_emplace(name, name, scores.text(i, "model"));
  }
  return surveys;
}

struct List {
  std::vector<double> values;
};

std::map<std::string, List> read_lists() {
  std::map<std::string, List> lists;
  const ReferenceTable table = read("lists.csv");
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    lists[table.text(i, "list")].values.push_back(table.number(i, "value"));
  return lists;
}

/// R counts from 1, and 0 means that no value is left out.
std::size_t left_out(int counted_from_one) {
  return counted_from_one == 0 ? SortedValues::kNone : static_cast<std::size_t>(counted_from_one - 1);
}

}  // namespace

TEST_CASE("Means, respondents and variances of surveys with holes are those of R", "[statistics][reference]") {
  const auto surveys = read_surveys();
  REQUIRE(surveys.size() == 5);
  const ReferenceTable expected = read("scores.csv");
  std::map<std::string, std::vector<NodeScore>> made;
  for (const auto& [name, survey] : surveys) {
    made[name + "earlier"] = survey.scores(2024);
    made[name + "later"] = survey.scores(2025);
  }
  for (std::size_t i = 0; i < expected.rows.size(); ++i) {
    const std::string& name = expected.text(i, "survey");
    INFO(name << " " << expected.text(i, "year") << " " << expected.text(i, "node"));
    const NodeIndex node = surveys.at(name).model.find(expected.text(i, "node"));
    const NodeScore& score = made.at(name + expected.text(i, "year"))[static_cast<std::size_t>(node)];
    REQUIRE(score.known == (expected.whole(i, "known") == 1));
    CHECK(score.complete == (expected.whole(i, "complete") == 1));
    CHECK(score.respondents == expected.whole(i, "respondents"));
    if (!score.known) continue;
    CHECK(score.mean == Approx(expected.number(i, "mean")).margin(kExact).epsilon(0));
    CHECK(score.variance == Approx(expected.number(i, "variance")).margin(kExact).epsilon(0));
  }
}

TEST_CASE("Margins are those of R, and none under ten respondents", "[statistics][reference]") {
  const auto surveys = read_surveys();
  const ReferenceTable expected = read("scores.csv");
  std::map<std::string, Statistics> made;
  for (const auto& [name, survey] : surveys)
    made[name] = compute_statistics(survey.model, survey_of_all(), survey.maker.data);
  int compared = 0;
  for (std::size_t i = 0; i < expected.rows.size(); ++i) {
    const std::string& name = expected.text(i, "survey");
    INFO(name << " " << expected.text(i, "year") << " " << expected.text(i, "node"));
    const int year = expected.text(i, "year") == "earlier" ? 2024 : 2025;
    const NodeResult result = made.at(name).node(0, year, surveys.at(name).model.find(expected.text(i, "node")));
    if (result.value.withheld()) continue;  // R knows nothing of disclosure
    REQUIRE(result.margin.known() == !expected.text(i, "margin").empty());
    if (!result.margin) continue;
    ++compared;
    CHECK(result.margin.number() == Approx(expected.number(i, "margin")).margin(kExact).epsilon(0));
  }
  CHECK(compared > 200);
}

TEST_CASE("Changes, their tests and adjusted p values are those of R", "[statistics][reference]") {
  const auto surveys = read_surveys();
  const ReferenceTable expected = read("changes.csv");
  std::map<std::string, std::vector<std::optional<Change>>> made;
  for (const auto& [name, survey] : surveys)
    made[name] = changes(survey.model, survey.scores(2024), survey.scores(2025), 10);
  for (std::size_t i = 0; i < expected.rows.size(); ++i) {
    const std::string& name = expected.text(i, "survey");
    INFO(name << " " << expected.text(i, "node"));
    const auto& change = made.at(name)[static_cast<std::size_t>(surveys.at(name).model.find(expected.text(i, "node")))];
    REQUIRE(change.has_value() == (expected.whole(i, "known") == 1));
    if (!change) continue;
    CHECK(change->points == Approx(expected.number(i, "difference")).margin(kExact).epsilon(0));
    REQUIRE((change->certainty != Certainty::untested) == (expected.whole(i, "tested") == 1));
    if (change->certainty == Certainty::untested) continue;
    CHECK(change->p == Approx(expected.number(i, "adjusted")).margin(kExact).epsilon(0));
    CHECK(change->margin == Approx(expected.number(i, "margin")).margin(kExact).epsilon(0));
    CHECK((change->certainty == Certainty::clear) == (expected.whole(i, "clear") == 1));
  }
}

TEST_CASE("Welch's t, degrees of freedom and p are those of R", "[statistics][reference]") {
  const auto surveys = read_surveys();
  const ReferenceTable expected = read("changes.csv");
  std::map<std::string, std::pair<std::vector<NodeScore>, std::vector<NodeScore>>> scores;
  for (const auto& [name, survey] : surveys) scores[name] = {survey.scores(2024), survey.scores(2025)};
  int compared = 0;
  for (std::size_t i = 0; i < expected.rows.size(); ++i) {
    if (expected.whole(i, "tested") == 0) continue;
    const std::string& name = expected.text(i, "survey");
    INFO(name << " " << expected.text(i, "node"));
    const auto node = static_cast<std::size_t>(surveys.at(name).model.find(expected.text(i, "node")));
    const auto test = welch_test(scores[name].first[node], scores[name].second[node], 10);
    REQUIRE(test);
    ++compared;
    CHECK(test->t == Approx(expected.number(i, "t")).margin(kExact).epsilon(0));
    CHECK(test->freedom == Approx(expected.number(i, "freedom")).margin(kExact).epsilon(0));
    CHECK(test->p == Approx(expected.number(i, "p")).margin(kExact).epsilon(0));
  }
  CHECK(compared > 80);
}

TEST_CASE("Quantiles with and without the own value are those of R", "[statistics][reference]") {
  const auto lists = read_lists();
  const ReferenceTable expected = read("quantiles.csv");
  for (std::size_t i = 0; i < expected.rows.size(); ++i) {
    INFO(expected.text(i, "list") << " without " << expected.text(i, "left_out") << " at "
                                  << expected.text(i, "share"));
    const SortedValues others{lists.at(expected.text(i, "list")).values, left_out(expected.whole(i, "left_out"))};
    CHECK(quantile(others, expected.number(i, "share")) ==
          Approx(expected.number(i, "quantile")).margin(kExact).epsilon(0));
  }
}

TEST_CASE("Percentile ranks are those of R", "[statistics][reference]") {
  const auto lists = read_lists();
  const ReferenceTable expected = read("ranks.csv");
  for (std::size_t i = 0; i < expected.rows.size(); ++i) {
    INFO(expected.text(i, "list") << " without " << expected.text(i, "left_out") << ", rank of "
                                  << expected.text(i, "value"));
    const SortedValues others{lists.at(expected.text(i, "list")).values, left_out(expected.whole(i, "left_out"))};
    CHECK(percentile_rank(others, expected.number(i, "value")) ==
          Approx(expected.number(i, "rank")).margin(kExact).epsilon(0));
  }
}
