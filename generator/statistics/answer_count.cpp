#include "statistics/answer_count.h"

#include "base/index.h"

namespace mognad {
namespace {

/// The column of a statement in the table of answers.
int statement_column(const Model& model, NodeIndex statement) {
  int column = 0;
  for (NodeIndex i = 0; i < statement; ++i) column += model.node(i).level == Level::statement;
  return column;
}

}  // namespace

void count_answers(AnswerDistribution& distribution, const Model& model, const Dataset& dataset,
                   const Measurement& measurement, NodeIndex statement) {
  if (measurement.computed_elsewhere()) return;
  const int column = statement_column(model, statement);
  for (int r = 0; r < measurement.respondents; ++r) {
    const std::int8_t answer = dataset.answers_of(measurement.first_respondent + r)[at(column)];
    if (is_step(answer)) ++distribution.counts[at(answer - model.lowest_step())], ++distribution.answered;
    else if (answer == kDontKnow) ++distribution.dont_know;
    else if (answer == kNotApplicable) ++distribution.not_applicable;
    else ++distribution.no_answer;
  }
}

}  // namespace mognad
