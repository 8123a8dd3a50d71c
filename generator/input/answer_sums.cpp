#include "input/answer_sums.h"

#include "statistics/given_scores.h"
#include "statistics/scores.h"

namespace mognad {

AnswerSums::AnswerSums(const Model& model, const Dataset& dataset)
    : model_(model),
      dataset_(dataset),
      statements_(model.at(Level::statement)),
      sums_(dataset.measurements.size() * statements_.size()) {
  for (std::size_t m = 0; m < dataset.measurements.size(); ++m)
    if (!dataset.measurements[m].computed_elsewhere()) sum(dataset, m);
}

void AnswerSums::sum(const Dataset& dataset, std::size_t measurement) {
  const Measurement& m = dataset.measurements[measurement];
  AnswerSum* const sums = sums_.data() + measurement * statements_.size();
  for (int r = m.first_respondent; r < m.first_respondent + m.respondents; ++r) {
    const auto answers = dataset.answers_of(r);
    for (std::size_t s = 0; s < statements_.size(); ++s) {
      if (!is_step(answers[s])) continue;
      ++sums[s].answers;
      sums[s].mean += answers[s];
    }
  }
  // The score of a mean of steps is the mean of their scores, because a score is linear in the step.
  for (std::size_t s = 0; s < statements_.size(); ++s) {
    if (sums[s].answers == 0) continue;
    const double zero = score_of_step(model_, model_.node(statements_[s]), 0);
    const double one = score_of_step(model_, model_.node(statements_[s]), 1);
    sums[s].mean = zero + (one - zero) * sums[s].mean / sums[s].answers;
  }
}

std::optional<double> AnswerSums::total(std::size_t measurement) const {
  const Measurement& m = dataset_.measurements[measurement];
  std::vector<GivenValue> values;
  for (std::size_t s = 0; s < statements_.size() && !m.computed_elsewhere(); ++s)
    if (const AnswerSum& sum = at(measurement, s); sum.answers > 0)
      values.push_back({model_.node(statements_[s]).id, sum.mean, sum.answers, std::nullopt});
  const auto scores = given_scores(model_, m.computed_elsewhere() ? dataset_.given_of(m) : values);
  const NodeScore& total = scores[static_cast<std::size_t>(kTotal)];
  return total.known ? std::optional(total.mean) : std::nullopt;
}

}  // namespace mognad
