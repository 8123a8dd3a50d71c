// AnswerSums: the answers of every measurement summed by statement, read once for all checks of the data. Values only,
// before any disclosure control: what a check says of them goes to the owner of the data alone.
#pragma once

#include <optional>
#include <vector>

#include "dataset/dataset.h"
#include "model/model.h"

namespace mognad {

/// The answers to a statement in one measurement.
struct AnswerSum {
  int answers = 0;  // that are steps
  double mean = 0;  // 0 to 100, reversed statements turned; with at least one answer
};

class AnswerSums {
 public:
  AnswerSums(const Model& model, const Dataset& dataset);

  /// The model's statements, in their order; `measurement` is an index.
  const AnswerSum& at(std::size_t measurement, std::size_t statement) const {
    return sums_[measurement * statements_.size() + statement];
  }
  const std::vector<NodeIndex>& statements() const { return statements_; }

  /// The total of a measurement, 0 to 100, by the model's weights and minimum shares, or as it was given.
  std::optional<double> total(std::size_t measurement) const;

 private:
  void sum(const Dataset& dataset, std::size_t measurement);

  const Model& model_;
  const Dataset& dataset_;
  std::vector<NodeIndex> statements_;
  std::vector<AnswerSum> sums_;  // measurements × statements
};

}  // namespace mognad
