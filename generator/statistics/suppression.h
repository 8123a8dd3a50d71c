// Complementary suppression: where a total is shown with its parts and few of the parts are withheld, those would
// follow from the others. Then further parts are withheld, the ones with the fewest respondents first (ties by id),
// until the withheld parts are at least two, rest together on the minimum of respondents, and none of them is confined
// by the total and the bounds of the scale to a range of fewer than five points. Where no part is left to withhold, the
// total is withheld in its turn. Source: Hundepool et al., "Statistical Disclosure Control" (2012), chapter 4:
// secondary suppression and the sliding protection range.
//
// It is done in the tree of nodes of one organisation, and in the table of its units by nodes. There rows and columns
// are equations alike and together may be as many as what is withheld: a unit's node is shown only where all its parts
// are, down to the deepest level of units that the policy lets out; where statements below that level rest on too few,
// only with so many statements and units that the equations are fewer than what is not known. What is withheld of the
// organisation is withheld of its units.
#pragma once

#include <span>
#include <vector>

#include "dataset/survey.h"
#include "model/model.h"
#include "statistics/scores.h"

namespace mognad {

/// Whether the node's value rests on enough respondents and is not suppressed.
bool may_be_shown(const NodeScore& score, const DisclosurePolicy& policy);

/// Marks what must be withheld besides the nodes under the minimum.
void suppress_complements(const Model& model, const DisclosurePolicy& policy, std::vector<NodeScore>& scores);

/// The results of one unit of an organisation.
struct UnitScores {
  int respondents = 0;  // of the unit, by which the smallest is chosen
  std::vector<NodeScore> scores;
};

/// The same for an organisation's units beside its own results, which are already controlled. Units stand in the order
/// of their ids. `others` are the results of respondents without a unit, who are never shown.
void suppress_units(const Model& model, const DisclosurePolicy& policy, std::span<const NodeScore> organisation,
                    std::span<const NodeScore> others, std::vector<UnitScores>& units);

/// How far a part can lie from its lowest to its highest possible value when only the weighted sum of the withheld
/// parts is known, each from 0 to 100; the narrowest of them.
double narrowest_range(std::span<const double> weights, std::span<const double> values);

}  // namespace mognad
