// Peer groups: organisations of the same type that measured in the same year: all of them, those that share a property,
// those of a list, or the nearest of each; with everything that is needed to describe them with one member left out.
// Raw values; statistics.h lets out only what may be shown.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "model/model.h"
#include "statistics/cuts.h"
#include "statistics/quantile.h"
#include "statistics/scores.h"

namespace mognad {

/// One group in one year.
struct PeerGroup {
  std::string type;                         // of its organisations
  std::string value;                        // of the property; empty when the group has none
  std::vector<OrganisationIndex> members;   // those that measured, ascending
  std::vector<std::vector<double>> sorted;  // for each node, the values of members that may be counted
  std::vector<bool> described;              // for each node: whether anything may be said of the group

  /// How many of the values lie in each of the policy's steps, for each node; empty where there are too few for dots.
  std::vector<std::vector<int>> dots;
  /// Places in the matrix, in cells of the policy's step: [row of y][column of x], empty where there are too few for
  /// dots; and the four quadrants [upper][right].
  std::vector<std::vector<int>> cells;
  std::array<std::array<int, 2>, 2> quadrants{};
};

/// All groups of one definition in one year, and which of them an organisation belongs to.
struct PeerGrouping {
  std::vector<PeerGroup> groups;  // none where each organisation has a group of its own, the nearest
  std::vector<int> group_of;      // by organisation; −1: the definition does not apply
  std::vector<std::vector<OrganisationIndex>> nearest;  // by organisation; empty for other kinds
};

/// The cell of a value on 0 to 100 in steps of `step`; 100 belongs to the last.
int cell_of(double value, double step);
int cell_count(double step);

/// A hundred dots for any number of values: the quantiles at 0.5, 1.5 … 99.5 per cent, as counts in the same steps.
std::vector<int> quantile_dots(const std::vector<int>& counts);

/// A node's value when it rests on enough respondents to be counted among peers, else nullptr.
const double* countable(const NodeScore& score, const DisclosurePolicy& policy);

/// The results of each organisation in one year; nullptr for those that did not measure.
using YearScores = std::vector<const std::vector<NodeScore>*>;

/// Those of `members` whose value of a node may be counted.
std::vector<OrganisationIndex> countable_members(const std::vector<OrganisationIndex>& members, NodeIndex node,
                                                 const YearScores& scores, const DisclosurePolicy& policy);

/// What may be described is not set yet: it depends on all groups of a type.
PeerGrouping group_peers(const PeerGroupDefinition& definition, const Model& model, const Dataset& dataset,
                         const DisclosurePolicy& policy, const YearScores& scores);

/// Sets at which nodes each group may be described; `groupings` in the order of the survey's definitions.
void control_groups(std::vector<PeerGrouping>& groupings, const DisclosurePolicy& policy, const YearScores& scores);

}  // namespace mognad
