#include "model/model.h"

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

std::vector<NodeIndex> Model::down_to(Level deepest) const {
  std::vector<NodeIndex> found;
  for (NodeIndex i = 0; i < node_count(); ++i)
    if (node(i).level <= deepest) found.push_back(i);
  return found;
}

}  // namespace mognad
