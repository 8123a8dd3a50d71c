#include "model/model.h"

#include <algorithm>
#include <utility>

namespace mognad {

NodeIndex Model::find(const std::string& node_id) const {
  for (NodeIndex i = 0; i < node_count(); ++i)
    if (node(i).id == node_id) return i;
  return kNoNode;
}

std::vector<NodeIndex> Model::children(NodeIndex parent) const {
  std::vector<NodeIndex> found;
  for (NodeIndex i = parent + 1; i < node(parent).end; i = node(i).end) found.push_back(i);
  return found;
}

std::vector<NodeIndex> Model::at(Level level) const {
  std::vector<NodeIndex> found;
  for (NodeIndex i = 0; i < node_count(); ++i)
    if (node(i).level == level) found.push_back(i);
  return found;
}

const ModelVersion* Model::find_version(const std::string& wanted) const {
  for (const ModelVersion& candidate : earlier)
    if (candidate.version == wanted) return &candidate;
  return nullptr;
}

namespace {

/// What a version asked below a node: today's statements, and by id those that are gone.
std::pair<std::vector<NodeIndex>, std::vector<std::string>> asked_below(const std::vector<Node>& nodes,
                                                                        const ModelVersion& version, NodeIndex node) {
  const NodeIndex end = nodes[static_cast<std::size_t>(node)].end;
  const auto below = [&](NodeIndex candidate) { return node <= candidate && candidate < end; };
  std::vector<NodeIndex> kept;
  for (const auto& [then, now] : version.statements)
    if (now != kNoNode && below(now)) kept.push_back(now);
  std::sort(kept.begin(), kept.end());
  std::vector<std::string> gone;
  for (const auto& [then, under] : version.gone_under)
    if (below(under)) gone.push_back(then);
  return {kept, gone};
}

}  // namespace

bool asked_alike(const std::vector<Node>& nodes, const ModelVersion& a, const ModelVersion& b, NodeIndex node) {
  return asked_below(nodes, a, node) == asked_below(nodes, b, node);
}

std::vector<NodeIndex> Model::down_to(Level deepest) const {
  std::vector<NodeIndex> found;
  for (NodeIndex i = 0; i < node_count(); ++i)
    if (node(i).level <= deepest) found.push_back(i);
  return found;
}

}  // namespace mognad
