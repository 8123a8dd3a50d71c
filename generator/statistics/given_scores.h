// Scores of one organisation in one year whose values were computed elsewhere: each node has the value that was given
// for it. A node without one is the weighted mean of its children, by the rules for answers (scores.h), where a given
// value counts as everything below it; else it has none. There is no variance: an interval is the one that came with
// the value, and a change is never tested.
#pragma once

#include <span>
#include <vector>

#include "dataset/dataset.h"
#include "statistics/scores.h"

namespace mognad {

/// A result for each node of the model, in the order of its nodes. A mean of children rests on at least as many
/// respondents as the child with the most, and that number is taken.
std::vector<NodeScore> given_scores(const Model& model, std::span<const GivenValue> values);

/// A given value beside the mean of the children.
struct GivenAgainstChildren {
  NodeIndex node = kNoNode;
  double given = 0;
  double computed = 0;
};

/// Every given value whose children all have values.
std::vector<GivenAgainstChildren> against_children(const Model& model, std::span<const GivenValue> values);

}  // namespace mognad
