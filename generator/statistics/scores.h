// Scores of one organisation in one year: from answers to statements, capabilities, categories, dimensions and the
// total.
//
// Score of an answer: (step − lowest) / (highest − lowest) · 100, reversed statements turned first. A statement is the
// mean over its answers; every node above is the weighted mean of those of its children that have a value, when the
// model's minimum share of its parts is there.
//
// Variance of a node (linearised, so that one person's answers are not taken as independent): for respondent i,
// u_i = Σ_s W_s · a_is · (x_is − x̄_s) / n_s and V = m / (m − 1) · Σ u_i² over the node's m respondents. Source of the
// form: Särndal, Swensson and Wretman, "Model Assisted Survey Sampling" (1992), section 5.5 (Taylor linearisation).
// Where the population is known of which the respondents are a sample, each statement's part of u_i is multiplied by
// √(1 − n_s / N), so that V of a statement is multiplied by 1 − n_s / N (Cochran, "Sampling Techniques", 1977, section
// 2.6) and what was left out by some stays uncertain even when everybody took part.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "dataset/dataset.h"
#include "model/model.h"

namespace mognad {

/// A node's raw result, before disclosure control. Scores lie on 0 to 100.
struct NodeScore {
  double mean = 0;
  double variance = 0;           // of the mean; 0 with fewer than two respondents
  int respondents = 0;           // with an answer that the value rests on; for a statement its n
  bool known = false;            // the minimum share of parts is there
  bool complete = false;         // all parts are there
  bool suppressed = false;       // withheld so that another can't be worked out; see suppression.h
  bool given = false;            // computed elsewhere: there is no variance to test with
  std::optional<double> margin;  // of a given value: half its 95 % interval, where it came with one
};

/// The score of one step, reversed if the statement is.
double score_of_step(const Model& model, const Node& statement, int step);

/// A result for each node of the model, in the order of its nodes, from the answers of some respondents (indices in the
/// dataset). `population`: of which they are a sample, where it is known.
std::vector<NodeScore> score_respondents(const Model& model, const Dataset& dataset, std::span<const int> respondents,
                                         std::optional<int> population = std::nullopt);

/// The same of all respondents of a measurement, or of the values that were computed elsewhere.
std::vector<NodeScore> score_measurement(const Model& model, const Dataset& dataset, const Measurement& measurement);

}  // namespace mognad
