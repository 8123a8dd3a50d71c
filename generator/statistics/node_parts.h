// How much of what lies below a node has a value, and whether that is enough for a value of the node itself.
#pragma once

#include "model/model.h"

namespace mognad {

struct NodeParts {
  int all = 0;  // children
  int known = 0;
  int statements = 0;  // below it, at any depth
  int known_statements = 0;
  double weight = 0;  // of the children that have a value

  void add(const Node& child, bool child_known, const NodeParts& below) {
    ++all;
    statements += below.statements;
    known_statements += below.known_statements;
    if (!child_known) return;
    ++known;
    weight += child.weight;
  }

  /// Whether the model's minimum share is there.
  bool enough(const Model& model, Level level) const;
};

}  // namespace mognad
