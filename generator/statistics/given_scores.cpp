#include "statistics/given_scores.h"

#include <algorithm>

#include "base/index.h"
#include "statistics/node_parts.h"

namespace mognad {
namespace {

NodeScore score_of(const GivenValue& value) {
  NodeScore score;
  score.mean = value.value;
  score.respondents = value.respondents;
  score.known = score.complete = score.given = true;
  score.margin = value.margin;
  return score;
}

/// What the children of a node come to.
struct Sum {
  double values = 0;  // weighted
  int respondents = 0;
};

}  // namespace

std::vector<NodeScore> given_scores(const Model& model, std::span<const GivenValue> values) {
  std::vector<NodeScore> scores(model.nodes.size());
  for (const GivenValue& value : values)
    if (const NodeIndex node = model.find(value.node); node != kNoNode) scores[at(node)] = score_of(value);
  std::vector<NodeParts> parts(model.nodes.size());
  std::vector<Sum> sums(model.nodes.size());
  // Children stand behind their parents, so that going backwards every child is ready before its parent.
  for (NodeIndex i = model.node_count() - 1; i >= 0; --i) {
    const Node& node = model.node(i);
    NodeScore& score = scores[at(i)];
    NodeParts& own = parts[at(i)];
    if (node.level == Level::statement) own.statements = 1;
    if (score.known) {
      own.known_statements = own.statements;
    } else if (own.enough(model, node.level)) {
      score.mean = sums[at(i)].values / own.weight;
      score.respondents = sums[at(i)].respondents;
      score.known = score.given = true;
      score.complete = own.known_statements == own.statements;
    }
    if (node.parent == kNoNode) continue;
    parts[at(node.parent)].add(node, score.known, own);
    if (!score.known) continue;
    Sum& above = sums[at(node.parent)];
    above.values += node.weight * score.mean;
    above.respondents = std::max(above.respondents, score.respondents);
  }
  return scores;
}

std::vector<GivenAgainstChildren> against_children(const Model& model, std::span<const GivenValue> values) {
  const std::vector<NodeScore> scores = given_scores(model, values);
  std::vector<GivenAgainstChildren> found;
  for (const GivenValue& value : values) {
    const NodeIndex node = model.find(value.node);
    if (node == kNoNode || model.node(node).level == Level::statement) continue;
    double sum = 0, weight = 0;
    bool all = true;
    for (const NodeIndex child : model.children(node)) {
      all = all && scores[at(child)].known;
      sum += model.node(child).weight * scores[at(child)].mean;
      weight += model.node(child).weight;
    }
    if (all) found.push_back({node, value.value, sum / weight});
  }
  return found;
}

}  // namespace mognad
