#include "statistics/scores.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "statistics/given_scores.h"
#include "statistics/node_parts.h"

namespace mognad {
namespace {

class Scorer {
 public:
  Scorer(const Model& model, const Dataset& dataset, std::span<const int> respondents, std::optional<int> population)
      : model_(model),
        dataset_(dataset),
        respondents_(respondents),
        population_(population),
        scores_(model.nodes.size()),
        parts_(model.nodes.size()),
        statement_of_(model.nodes.size(), -1) {
    int statement = 0;
    for (NodeIndex i = 0; i < model.node_count(); ++i)
      if (model.node(i).level == Level::statement) statement_of_[at(i)] = statement++;
  }

  std::vector<NodeScore> run() {
    score_statements();
    aggregate();
    add_variances();
    return std::move(scores_);
  }

 private:
  static std::size_t at(NodeIndex i) { return static_cast<std::size_t>(i); }

  void score_statements() {
    for (NodeIndex i = 0; i < model_.node_count(); ++i) {
      const Node& node = model_.node(i);
      if (node.level != Level::statement) continue;
      NodeScore& score = scores_[at(i)];
      double sum = 0;
      for (const int respondent : respondents_) {
        const std::int8_t answer = dataset_.answers_of(respondent)[at(statement_of_[at(i)])];
        if (!is_step(answer)) continue;
        sum += score_of_step(model_, node, answer);
        ++score.respondents;
      }
      score.known = score.complete = score.respondents > 0;
      if (score.known) score.mean = sum / score.respondents;
    }
  }

  void aggregate() {
    // Children stand behind their parents, so that going backwards every child is ready before its parent.
    for (NodeIndex i = model_.node_count() - 1; i >= 0; --i) {
      const Node& node = model_.node(i);
      NodeScore& score = scores_[at(i)];
      NodeParts& parts = parts_[at(i)];
      if (node.level == Level::statement) {
        parts.statements = 1;
        parts.known_statements = score.known ? 1 : 0;
      } else {
        score.known = parts.enough(model_, node.level);
        score.complete = score.known && parts.known_statements == parts.statements;
        if (score.known) score.mean /= parts.weight;
      }
      if (node.parent != kNoNode) add_to_parent(node, score, parts);
    }
  }

  void add_to_parent(const Node& node, const NodeScore& score, const NodeParts& parts) {
    parts_[at(node.parent)].add(node, score.known, parts);
    if (score.known) scores_[at(node.parent)].mean += node.weight * score.mean;
  }

  void add_variances() {
    std::vector<double> influence(model_.nodes.size());
    std::vector<char> answered(model_.nodes.size());
    for (const int respondent : respondents_) {
      const auto answers = dataset_.answers_of(respondent);
      std::fill(influence.begin(), influence.end(), 0.0);
      std::fill(answered.begin(), answered.end(), 0);
      for (NodeIndex i = model_.node_count() - 1; i >= 0; --i) add_influence(answers, i, influence, answered);
    }
    for (NodeScore& score : scores_) {
      const double m = score.respondents;
      // Where everyone answers alike only the noise of binary fractions is left.
      constexpr double kNoise = 1e-18;
      score.variance = m > 1 && score.variance > kNoise ? score.variance * m / (m - 1) : 0;
    }
  }

  /// Of the finite population, where it is known, for a statement that n answered.
  double correction(int n) const {
    return population_ ? std::sqrt(std::max(0.0, 1 - static_cast<double>(n) / *population_)) : 1;
  }

  void add_influence(std::span<const std::int8_t> answers, NodeIndex i, std::vector<double>& influence,
                     std::vector<char>& answered) {
    const Node& node = model_.node(i);
    NodeScore& score = scores_[at(i)];
    if (node.level == Level::statement) {
      const std::int8_t answer = answers[at(statement_of_[at(i)])];
      if (is_step(answer)) {
        answered[at(i)] = 1;
        influence[at(i)] =
            (score_of_step(model_, node, answer) - score.mean) / score.respondents * correction(score.respondents);
      }
    } else if (answered[at(i)]) {
      ++score.respondents;
      if (score.known) influence[at(i)] /= parts_[at(i)].weight;
    }
    score.variance += influence[at(i)] * influence[at(i)];
    if (node.parent == kNoNode) return;
    // What does not enter the parent's value does not carry it either.
    if (!score.known) return;
    answered[at(node.parent)] = static_cast<char>(answered[at(node.parent)] | answered[at(i)]);
    influence[at(node.parent)] += node.weight * influence[at(i)];
  }

  const Model& model_;
  const Dataset& dataset_;
  std::span<const int> respondents_;
  std::optional<int> population_;
  std::vector<NodeScore> scores_;
  std::vector<NodeParts> parts_;
  std::vector<int> statement_of_;
};

}  // namespace

double score_of_step(const Model& model, const Node& statement, int step) {
  const int low = model.lowest_step();
  const int high = model.highest_step();
  const int turned = statement.reversed ? low + high - step : step;
  return 100.0 * (turned - low) / (high - low);
}

std::vector<NodeScore> score_respondents(const Model& model, const Dataset& dataset, std::span<const int> respondents,
                                         std::optional<int> population) {
  return Scorer(model, dataset, respondents, population).run();
}

std::vector<NodeScore> score_measurement(const Model& model, const Dataset& dataset, const Measurement& measurement) {
  if (measurement.computed_elsewhere()) return given_scores(model, dataset.given_of(measurement));
  std::vector<int> respondents(static_cast<std::size_t>(measurement.respondents));
  std::iota(respondents.begin(), respondents.end(), measurement.first_respondent);
  return score_respondents(model, dataset, respondents, measurement.population);
}

}  // namespace mognad
