// National results: means over the organisations of a type, and what may be said of them. Means are sums in disguise:
// a node's mean beside the means of its parts, or this year's beside last year's and the change of those measured in
// both, can be subtracted from each other, and what is left may be a single organisation. So the organisations that one
// mean has and the other lacks must be none or hold the minimum. Changes are of consecutive years only: those of longer
// steps could be taken from the sum of the shorter ones.
#pragma once

#include <span>
#include <vector>

#include "dataset/survey.h"
#include "model/model.h"
#include "statistics/peer_group.h"
#include "statistics/results.h"

namespace mognad {

/// The organisations that are counted at each node, ascending.
using CountedByNode = std::vector<std::vector<OrganisationIndex>>;

/// By node; `weights` by organisation, empty when all count alike. A mean that one organisation dominates, so that it
/// would be known to within five points, is withheld.
std::vector<NationalMean> national_means(const Model& model, const DisclosurePolicy& policy, const YearScores& scores,
                                         const CountedByNode& counted, std::span<const double> weights);

/// By node. Paired t test; the family of Benjamini and Hochberg is all nodes of a level. `comparable` by node: whether
/// the same was asked in both years. `matched_before`: those measured in the earlier year and in the one before, whose
/// change is known too; empty when there is none.
std::vector<MatchedChange> matched_changes(const Model& model, const DisclosurePolicy& policy,
                                           const YearScores& earlier, const CountedByNode& counted_earlier,
                                           const YearScores& later, const CountedByNode& counted_later,
                                           const std::vector<bool>& comparable,
                                           const CountedByNode& matched_before = {});

/// Those that are counted in both years.
CountedByNode matched_members(const CountedByNode& earlier, const CountedByNode& later);

/// Whether a sum over organisations tells the part of the heaviest of them to within five points, seen by the heaviest
/// of the others. `values` lie on 0 to 100.
bool dominated(const std::vector<double>& weights, const std::vector<double>& values);

}  // namespace mognad
