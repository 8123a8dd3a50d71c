#include "statistics/suppression.h"

namespace mognad {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// The part to withhold as well, or kNoNode when no single part is withheld.
NodeIndex complement_of(const Model& model, const DisclosurePolicy& policy, const std::vector<NodeScore>& scores,
                        NodeIndex parent) {
  int withheld = 0;
  NodeIndex smallest = kNoNode;
  for (const NodeIndex child : model.children(parent)) {
    const NodeScore& score = scores[at(child)];
    if (!score.known) continue;
    if (!may_be_shown(score, policy)) {
      ++withheld;
      continue;
    }
    const bool smaller =
        smallest == kNoNode || score.respondents < scores[at(smallest)].respondents ||
        (score.respondents == scores[at(smallest)].respondents && model.node(child).id < model.node(smallest).id);
    if (smaller) smallest = child;
  }
  return withheld == 1 ? smallest : kNoNode;
}

}  // namespace

bool may_be_shown(const NodeScore& score, const DisclosurePolicy& policy) {
  return score.known && score.respondents >= policy.minimum_respondents && !score.suppressed;
}

void suppress_complements(const Model& model, const DisclosurePolicy& policy, std::vector<NodeScore>& scores) {
  for (NodeIndex parent = 0; parent < model.node_count(); ++parent) {
    if (model.node(parent).level == Level::statement || !may_be_shown(scores[at(parent)], policy)) continue;
    const NodeIndex second = complement_of(model, policy, scores, parent);
    // The parts of a withheld part would give it away in turn.
    if (second != kNoNode)
      for (NodeIndex below = second; below < model.node(second).end; ++below) scores[at(below)].suppressed = true;
  }
}

}  // namespace mognad
