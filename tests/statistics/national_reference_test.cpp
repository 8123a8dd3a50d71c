// What everyone reads of all organisations in the generated surveys, against R: tests/references/surveys/surveys.R.
#include <catch2/catch.hpp>

#include "statistics/generated_surveys.h"

using namespace mognad;
using namespace mognad::test;

namespace {

using Withheld = Comparison::Withheld;

/// A count only beside a value that is shown.
Measured count_beside(const Measured& value, int count) { return value ? Measured(count) : value; }

/// As many organisations as in R are the same ones: disclosure control only takes away.
bool same_organisations(const ResultBlock& block, NodeIndex node, int organisations) {
  const std::string& expected = block.cell("organisations", node);
  return !expected.empty() && std::stoi(expected) == organisations;
}

enum class Compared { all, same_organisations };

/// Means by one weighting; R calls the weights of the property "weight".
void compare_means(Comparison& comparison, const GeneratedSurvey& survey, const Statistics& made,
                   const std::string& weighting, Compared compared) {
  for (const ResultBlock& block : survey.blocks("national")) {
    if (block.detail != weighting) continue;
    const auto means = made.national_means(block.of, block.year);
    for (NodeIndex node = 0; node < survey.model.node_count(); ++node) {
      const NationalMean& mean = means[static_cast<std::size_t>(node)];
      if (compared == Compared::same_organisations && !same_organisations(block, node, mean.organisations)) continue;
      comparison.at(survey, block, "mean", node, mean.mean);
      comparison.at(survey, block, "organisations", node, count_beside(mean.mean, mean.organisations));
    }
  }
}

void compare_changes(Comparison& comparison, const GeneratedSurvey& survey, const Statistics& made) {
  for (const ResultBlock& block : survey.blocks("national_change")) {
    const auto changes = made.national_changes(block.of, std::stoi(block.detail), block.year);
    for (NodeIndex node = 0; node < survey.model.node_count(); ++node) {
      const MatchedChange& change = changes[static_cast<std::size_t>(node)];
      comparison.at(survey, block, "points", node, change.points);
      comparison.at(survey, block, "organisations", node, count_beside(change.points, change.organisations));
      comparison.at(survey, block, "margin", node, change.margin);
      comparison.at(survey, block, "p", node, change.p);
      if (!change.p) continue;
      const bool clear = std::stod(block.cell("p", node)) <= 0.05;
      CHECK(change.certainty == (clear ? Certainty::clear : Certainty::within_chance));
    }
  }
}

Survey weighted(Survey survey) {
  survey.national_weight = "weight";
  return survey;
}

}  // namespace

TEST_CASE("National means, alike and weighted, are those of R", "[statistics][reference]") {
  Comparison alike(Withheld::never), by_weight(Withheld::never);
  for (const GeneratedSurvey& survey : generated_surveys()) {
    const Survey open = survey.open(survey.counted_from);
    compare_means(alike, survey, survey.statistics(open), "", Compared::all);
    compare_means(by_weight, survey, survey.statistics(weighted(open)), "weight", Compared::all);
  }
  alike.check({{"organisations", 1300}, {"mean", 1300}});
  by_weight.check({{"organisations", 1300}, {"mean", 1300}});
}

TEST_CASE("National means that the default policy shows are those of R", "[statistics][reference]") {
  Comparison alike(Withheld::allowed), by_weight(Withheld::allowed);
  for (const GeneratedSurvey& survey : generated_surveys()) {
    if (survey.counted_from != survey.survey.disclosure.minimum_respondents) continue;
    compare_means(alike, survey, survey.statistics(survey.survey), "", Compared::same_organisations);
    compare_means(by_weight, survey, survey.statistics(weighted(survey.survey)), "weight",
                  Compared::same_organisations);
  }
  alike.check({{"mean", 700}});
  by_weight.check({{"mean", 700}});
}

TEST_CASE("Matched national changes, their paired t and adjusted p are those of R", "[statistics][reference]") {
  Comparison comparison(Withheld::never);
  for (const GeneratedSurvey& survey : generated_surveys())
    compare_changes(comparison, survey, survey.statistics(survey.open(survey.counted_from)));
  comparison.check({{"organisations", 750}, {"points", 750}, {"margin", 400}, {"p", 400}});
}

TEST_CASE("Matched changes that the default policy shows are those of R", "[statistics][reference]") {
  Comparison comparison(Withheld::allowed);
  for (const GeneratedSurvey& survey : generated_surveys()) {
    if (survey.counted_from != survey.survey.disclosure.minimum_respondents) continue;
    const Statistics made = survey.statistics(survey.survey);
    for (const ResultBlock& block : survey.blocks("national_change")) {
      const auto changes = made.national_changes(block.of, std::stoi(block.detail), block.year);
      for (NodeIndex node = 0; node < survey.model.node_count(); ++node) {
        const MatchedChange& change = changes[static_cast<std::size_t>(node)];
        if (!same_organisations(block, node, change.organisations)) continue;
        comparison.at(survey, block, "points", node, change.points);
        comparison.at(survey, block, "margin", node, change.margin);
      }
    }
  }
  comparison.check({{"points", 300}, {"margin", 250}});
}

TEST_CASE("Rank correlations of nodes are those of R", "[statistics][reference]") {
  Comparison comparison(Withheld::never), by_default(Withheld::allowed);
  for (const GeneratedSurvey& survey : generated_surveys()) {
    const Statistics open = survey.statistics(survey.open(survey.counted_from));
    const Statistics some = survey.statistics(survey.survey);
    for (const ResultBlock& block : survey.blocks("correlation"))
      for (NodeIndex node = 0; node < survey.model.node_count(); ++node) {
        const NodeIndex a = survey.model.find(block.detail);
        comparison.at(survey, block, "rho", node, open.correlation(block.of, block.year, a, node).rho);
        if (survey.name == "large")
          by_default.at(survey, block, "rho", node, some.correlation(block.of, block.year, a, node).rho);
      }
  }
  comparison.check({{"rho", 1900}});
  by_default.check({{"rho", 60}});
}

TEST_CASE("Answers of everyone to a statement are counted as in R", "[statistics][reference]") {
  Comparison comparison(Withheld::never);
  for (const GeneratedSurvey& survey : generated_surveys()) {
    const Statistics made = survey.statistics(survey.open(survey.counted_from));
    for (const ResultBlock& block : survey.blocks("national_answers"))
      for (const NodeIndex node : survey.model.at(Level::statement)) {
        const AnswerDistribution answers = made.national_answers(block.of, block.year, node);
        for (const auto& [step, counts] : block.quantities) {
          const auto index = static_cast<std::size_t>(std::stoi(step) - survey.model.lowest_step());
          comparison.at(survey, block, step, node,
                        answers.counts.empty() ? Measured(Missing::withheld) : Measured(answers.counts.at(index)));
        }
      }
  }
  comparison.check({{"0", 100}, {"1", 250}, {"4", 250}, {"7", 90}, {"9", 30}});
}
