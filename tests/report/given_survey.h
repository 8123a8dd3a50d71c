// The small survey with values that were computed elsewhere in place of its answers.
#pragma once

#include <fmt/format.h>

#include <string>

#include "support/small_survey.h"

namespace mognad::test {

enum class Margins { none, all };

/// What the small survey's answers come to, as a file of results, from the total down to `deepest`.
inline std::string results_csv(Level deepest, Margins margins) {
  const WholeSurvey& answered = small_survey();
  std::string csv = "organisation,year,node,value,respondents,margin\n";
  for (const Measurement& m : answered.loaded->dataset.measurements) {
    const auto scores = score_measurement(answered.loaded->model, answered.loaded->dataset, m);
    for (const NodeIndex node : answered.loaded->model.down_to(deepest)) {
      const NodeScore& score = scores[static_cast<std::size_t>(node)];
      if (!score.known) continue;
      csv += fmt::format("{},{},{},{},{},{}\n", answered.organisation(m.organisation).code, m.year,
                         answered.loaded->model.node(node).id, score.mean, score.respondents,
                         margins == Margins::all ? "4.5" : "");
    }
  }
  return csv;
}

/// The small survey with results instead of answers.
inline WholeSurvey given_survey(Level deepest, Margins margins) {
  const auto files = files_with_new_survey();
  std::string toml = *files->read("survey/survey.toml");
  const std::size_t at = toml.find("answers = [");
  toml.replace(at, toml.find('\n', at) - at, "results = \"results.csv\"");
  files->write_whole("survey/survey.toml", toml);
  files->write_whole("survey/results.csv", results_csv(deepest, margins));
  return WholeSurvey(load_or_throw(options_for("survey"), *files));
}

}  // namespace mognad::test
