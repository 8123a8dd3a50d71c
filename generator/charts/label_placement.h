// Where a label stands: the first of a fixed order of places that is free. Deterministic, no random search.
#pragma once

#include <optional>
#include <vector>

#include "base/geometry.h"

namespace mognad {

struct LabelPlace {
  Rect box;             // of the letters
  bool leader = false;  // a line from the mark to the box is needed
  Point leader_from;
  Point leader_to;
};

/// Tries right, left, above and below of the mark at `anchor` (half its size is `reach`), then the same and the
/// diagonals at growing distance with a leader. The label is `size` large, must lie inside `frame` and touch none of
/// `obstacles`.
std::optional<LabelPlace> place_label(Point anchor, double reach, Size size, const Rect& frame,
                                      const std::vector<Rect>& obstacles);

}  // namespace mognad
