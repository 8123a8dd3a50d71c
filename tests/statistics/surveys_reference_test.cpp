// Every organisation's own figures in the generated surveys against R: tests/references/surveys/surveys.R.
#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "statistics/generated_surveys.h"

using namespace mognad;
using namespace mognad::test;

namespace {

using Withheld = Comparison::Withheld;

const std::vector<NodeScore>& scores_of(const GeneratedSurvey& survey, const ResultBlock& block,
                                        std::vector<NodeScore>& made) {
  const Measurement* measurement = survey.data.find(survey.organisation(block.of), block.year);
  REQUIRE(measurement);
  return made = score_measurement(survey.model, survey.data, *measurement);
}

Measured when(bool known, double number) { return known ? Measured(number) : Measured(Missing::no_answer); }

/// Everything that R says of an organisation's nodes, from what statistics lets out.
void compare_nodes(Comparison& comparison, const GeneratedSurvey& survey, const Statistics& made) {
  const int interval_from = survey.survey.disclosure.interval_from;
  for (const ResultBlock& block : survey.blocks("score")) {
    for (NodeIndex node = 0; node < survey.model.node_count(); ++node) {
      const NodeResult result = made.node(survey.organisation(block.of), block.year, node);
      comparison.at(survey, block, "mean", node, result.value);
      if (!result.value) continue;
      comparison.at(survey, block, "respondents", node, result.respondents);
      comparison.at(survey, block, "complete", node, result.complete ? 1 : 0);
      CHECK(result.margin.known() == (result.respondents >= interval_from));
      if (result.margin && block.quantities.count("margin"))
        comparison.at(survey, block, "margin", node, result.margin);
    }
  }
}

void compare_changes(Comparison& comparison, const GeneratedSurvey& survey, const Statistics& made) {
  for (const ResultBlock& block : survey.blocks("change")) {
    const auto changes =
        made.changes(survey.organisation(block.of), std::stoi(block.detail), block.year, Level::statement);
    for (NodeIndex node = 0; node < survey.model.node_count(); ++node) {
      const NodeChange& change = changes[static_cast<std::size_t>(node)];
      comparison.at(survey, block, "points", node, change.points);
      if (!change.points) continue;
      comparison.at(survey, block, "margin", node, change.margin);
      comparison.at(survey, block, "p", node, change.p);
      if (!change.p) continue;
      const bool clear = std::stod(block.cell("p", node)) <= 0.05;
      CHECK(change.certainty == (clear ? Certainty::clear : Certainty::within_chance));
    }
  }
}

void compare_answers(Comparison& comparison, const GeneratedSurvey& survey, const Statistics& made) {
  for (const ResultBlock& block : survey.blocks("answers")) {
    for (const NodeIndex node : survey.model.at(Level::statement)) {
      const AnswerDistribution answers = made.answers(survey.organisation(block.of), block.year, node);
      comparison.at(survey, block, "agreement", node, answers.agreement);
      if (!answers.agreement) continue;
      comparison.at(survey, block, "answered", node, answers.answered);
      comparison.at(survey, block, "dont_know", node, answers.dont_know);
      comparison.at(survey, block, "not_applicable", node, answers.not_applicable);
      comparison.at(survey, block, "no_answer", node, answers.no_answer);
    }
  }
}

/// Names what is special about a survey.
void find_in_tables(const GeneratedSurvey& survey, std::set<std::string>& found) {
  const std::map<int, std::string> reasons{{kNotAsked, "not asked"},
                                           {kNoAnswer, "no answer"},
                                           {kDontKnow, "don't know"},
                                           {kNotApplicable, "not applicable"}};
  for (const auto& [answer, name] : reasons)
    if (std::count(survey.data.answers.begin(), survey.data.answers.end(), answer)) found.insert(name);
  if (survey.data.measurements.size() < survey.data.organisations.size() * survey.data.years.size())
    found.insert("years without a measurement");
  for (const Node& node : survey.model.nodes) {
    if (node.reversed) found.insert("reversed statements");
    if (node.weight != 1) found.insert("unequal weights");
  }
  for (const Unit& unit : survey.data.units) found.insert(unit.unit_type.empty() ? "units of no kind" : "units");
}

void find_in_answers(const GeneratedSurvey& survey, const Measurement& measurement, std::set<std::string>& found) {
  if (measurement.population) found.insert("finite populations");
  if (measurement.respondents < 5) found.insert("tiny organisations");
  std::vector<int> answered(static_cast<std::size_t>(survey.data.statements));
  for (int r = 0; r < measurement.respondents; ++r) {
    const auto answers = survey.data.answers_of(measurement.first_respondent + r);
    if (std::none_of(answers.begin(), answers.end(), is_step)) found.insert("silent respondents");
    for (std::size_t s = 0; s < answered.size(); ++s) answered[s] += is_step(answers[s]);
  }
  if (std::count(answered.begin(), answered.end(), 0)) found.insert("silent statements");
  if (std::count(answered.begin(), answered.end(), 1)) found.insert("statements that one answered");
}

}  // namespace

TEST_CASE("There are twenty generated surveys and more, with every kind of hole", "[statistics][reference]") {
  CHECK(generated_surveys().size() >= 20);
  std::map<std::string, int> surveys_with;
  for (const GeneratedSurvey& survey : generated_surveys()) {
    std::set<std::string> found;
    find_in_tables(survey, found);
    std::map<int, std::set<long>> totals;  // by year, in steps of 1e-9
    for (const Measurement& measurement : survey.data.measurements) {
      find_in_answers(survey, measurement, found);
      const NodeScore total = score_measurement(survey.model, survey.data, measurement).front();
      if (!total.known) found.insert("totals under the minimum share");
      if (!total.known) continue;
      if (!total.complete) found.insert("totals of a part");
      if (total.variance == 0 && total.respondents > 1) found.insert("everyone answers alike");
      if (!totals[measurement.year].insert(std::lround(total.mean * 1e9)).second) found.insert("equal totals");
    }
    for (const std::string& hole : found) ++surveys_with[hole];
  }
  CHECK(surveys_with.size() == 18);
  for (const auto& [hole, surveys] : surveys_with) {
    INFO(hole);
    CHECK(surveys >= 2);
  }
}

TEST_CASE("Means and variances of the generated surveys are those of R", "[statistics][reference]") {
  Comparison comparison(Withheld::never), finite(Withheld::never);
  std::vector<NodeScore> made;
  for (const GeneratedSurvey& survey : generated_surveys()) {
    for (const ResultBlock& block : survey.blocks("score")) {
      const auto& scores = scores_of(survey, block, made);
      const bool population = survey.data.find(survey.organisation(block.of), block.year)->population.has_value();
      for (NodeIndex node = 0; node < survey.model.node_count(); ++node) {
        const NodeScore& score = scores[static_cast<std::size_t>(node)];
        comparison.at(survey, block, "mean", node, when(score.known, score.mean));
        comparison.at(survey, block, "respondents", node, when(score.known, score.respondents));
        comparison.at(survey, block, "complete", node, when(score.known, score.complete));
        if (!block.quantities.count("variance")) continue;
        comparison.at(survey, block, "variance", node, when(score.known, score.variance));
        if (population) finite.at(survey, block, "variance", node, when(score.known, score.variance));
      }
    }
  }
  comparison.check({{"mean", 14000}, {"respondents", 14000}, {"complete", 14000}, {"variance", 7000}});
  finite.check({{"variance", 400}});
}

TEST_CASE("Margins of the generated surveys are those of R, from two respondents", "[statistics][reference]") {
  Comparison comparison(Withheld::never), finite(Withheld::never);
  for (const GeneratedSurvey& survey : generated_surveys()) {
    Survey open = survey.open(1);
    open.disclosure.interval_from = 2;
    const Statistics made = survey.statistics(open);
    for (const ResultBlock& block : survey.blocks("score")) {
      if (!block.quantities.count("margin")) continue;
      const OrganisationIndex organisation = survey.organisation(block.of);
      for (NodeIndex node = 0; node < survey.model.node_count(); ++node) {
        const Measured margin = made.node(organisation, block.year, node).margin;
        comparison.at(survey, block, "margin", node, margin);
        if (survey.data.find(organisation, block.year)->population) finite.at(survey, block, "margin", node, margin);
      }
    }
  }
  comparison.check({{"margin", 6500}});
  finite.check({{"margin", 600}});
}

TEST_CASE("What the default policy shows of an organisation is what R computes", "[statistics][reference]") {
  Comparison nodes(Withheld::allowed), changes(Withheld::allowed), answers(Withheld::allowed);
  for (const GeneratedSurvey& survey : generated_surveys()) {
    const Statistics made = survey.statistics(survey.survey);
    compare_nodes(nodes, survey, made);
    compare_changes(changes, survey, made);
    compare_answers(answers, survey, made);
  }
  nodes.check({{"mean", 12000}, {"margin", 3500}, {"respondents", 12000}, {"complete", 12000}});
  changes.check({{"points", 5500}, {"margin", 2500}, {"p", 2500}});
  answers.check({{"agreement", 1500}, {"answered", 1500}});
}

TEST_CASE("Changes of organisations in the generated surveys are those of R", "[statistics][reference]") {
  Comparison comparison(Withheld::never);
  for (const GeneratedSurvey& survey : generated_surveys())
    compare_changes(comparison, survey, survey.statistics(survey.open(1)));
  comparison.check({{"points", 7000}, {"margin", 2700}, {"p", 2700}});
}

TEST_CASE("Agreement and answers of the generated surveys are those of R", "[statistics][reference]") {
  Comparison comparison(Withheld::never);
  for (const GeneratedSurvey& survey : generated_surveys())
    compare_answers(comparison, survey, survey.statistics(survey.open(1)));
  comparison.check(
      {{"agreement", 2800}, {"answered", 2800}, {"dont_know", 2800}, {"not_applicable", 2800}, {"no_answer", 2800}});
}
