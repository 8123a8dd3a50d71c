// An organisation whose true values are known: endlessly many persons, who belong to one of a few classes, in endlessly
// many units, which belong to one of a few classes too. Whoever answers a statement draws the step from a table of
// probabilities that depends on the two classes, so that the expectation of every score is a finite sum and exact.
//
// The tables are those of a normal answer on 0 to 100 that is rounded to six steps and cut at both ends; the effects of
// classes are a normal distribution on a grid. Const once made.
#pragma once

#include <span>
#include <vector>

#include "model/model.h"
#include "statistics/random.h"
#include "statistics/small_survey.h"

namespace mognad::test {

/// Standard deviations in points, as in the survey's own simulation.
struct Spreads {
  double mean = 46;
  double organisations = 6;
  double dimensions = 3.5;
  double categories = 3;
  double capabilities = 4;
  double statements = 4;
  double units = 0;
  double persons = 12;
  double answers = 20;
};

/// Two dimensions, six categories, fifteen capabilities, thirty statements on six steps; weights that differ and every
/// seventh statement reversed.
Model coverage_model();

/// The score of each node from those of all statements.
std::vector<double> means_of_nodes(const Model& model, const std::vector<double>& means_of_statements);

/// A distribution on a few places with mean 0.
struct Classes {
  std::vector<double> effects;
  std::vector<double> shares;

  int draw(Random& random) const;
};

class Superpopulation {
 public:
  /// Draws the organisation and its statements.
  Superpopulation(const Model& model, const Spreads& spreads, Random& random);

  const Classes& persons() const { return persons_; }
  const Classes& units() const { return units_; }

  /// By node: the expectation over all persons of all units.
  std::vector<double> node_means() const;
  /// By node: the same over all persons of these units, which are equally large. Units are told by their class.
  std::vector<double> node_means(std::span<const int> units) const;

  /// A step for each statement.
  AnswerRow draw_answers(int unit, int person, Random& random) const;

 private:
  static constexpr int kSteps = 6;

  /// Shares of those who reach each step but the lowest.
  const double* reached(std::size_t statement, int unit, int person) const;
  double expected_score(std::size_t statement, int unit) const;
  std::vector<double> node_means(const std::vector<double>& shares_of_units) const;

  const Model& model_;
  std::vector<char> reversed_;  // by statement
  Classes persons_;
  Classes units_;
  std::vector<double> reached_;  // statements × units × persons × (steps − 1)
};

}  // namespace mognad::test
