// Peer groups: organisations of the same type that share a property and measured in the same year, with everything that
// is needed to describe them with one member left out. Raw values; statistics.h lets out only what may be shown.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "model/model.h"
#include "statistics/quantile.h"
#include "statistics/scores.h"

namespace mognad {

/// One group in one year.
struct PeerGroup {
  std::string value;                        // of the property; empty when the group has none
  std::vector<OrganisationIndex> members;   // those that measured, ascending
  std::vector<OrganisationIndex> counted;   // of these, those whose total may be counted, ascending
  std::vector<std::vector<double>> sorted;  // for each node, the values of members that may be counted

  /// Places in the matrix, in cells of the policy's step: [row of y][column of x], and the four quadrants
  /// [upper][right].
  std::vector<std::vector<int>> cells;
  std::array<std::array<int, 2>, 2> quadrants{};
};

/// All groups of one definition in one year, and which of them an organisation belongs to.
struct PeerGrouping {
  std::vector<PeerGroup> groups;
  std::vector<int> group_of;  // by organisation; −1: the definition does not apply
};

/// The cell of a value on 0 to 100 in steps of `step`; 100 belongs to the last.
int cell_of(double value, double step);
int cell_count(double step);

/// A hundred dots for any number of values: the quantiles at 0.5, 1.5 … 99.5 per cent, as counts in the same steps.
std::vector<int> quantile_dots(const std::vector<int>& counts);

/// A node's value when it rests on enough respondents to be counted among peers, else nullptr.
const double* countable(const NodeScore& score, const DisclosurePolicy& policy);

/// `scores` has the results of each organisation in that year, empty for those that did not measure.
PeerGrouping group_peers(const PeerGroupDefinition& definition, const Model& model, const Dataset& dataset,
                         const DisclosurePolicy& policy, const std::vector<const std::vector<NodeScore>*>& scores);

}  // namespace mognad
