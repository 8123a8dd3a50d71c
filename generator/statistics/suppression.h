// Complementary suppression in one organisation's tree of nodes: where a total is shown with its parts and one part is
// withheld, the part would follow from the others. Then a second part is withheld too, the one with the fewest
// respondents (ties by id), with everything below it.
#pragma once

#include <vector>

#include "dataset/survey.h"
#include "model/model.h"
#include "statistics/scores.h"

namespace mognad {

/// Whether the node's value rests on enough respondents and is not suppressed.
bool may_be_shown(const NodeScore& score, const DisclosurePolicy& policy);

/// Marks what must be withheld besides the nodes under the minimum.
void suppress_complements(const Model& model, const DisclosurePolicy& policy, std::vector<NodeScore>& scores);

}  // namespace mognad
