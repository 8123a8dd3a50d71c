// Labels above or below the marks of a line, on upright stems: where values of neighbouring years lie close together,
// stems beside each other never cross, as leaders in all directions would. Deterministic: the first free place in a
// fixed order.
#pragma once

#include <optional>
#include <vector>

#include "base/geometry.h"

namespace mognad {

enum class StemSide { above, below };

struct StemPlace {
  Rect box;             // of the letters
  Rect stem;            // from the mark to the box, without width; its height is 0 where the label stands at its mark
  bool beside = false;  // on the mark's right side, without a stem
};

/// A label of that size for the mark at `anchor`, half of which is `reach`: near the mark first and then ever further
/// away on the wanted side, then on the other. The box lies inside `frame`, and neither box nor stem touches what is
/// taken. If it can, it ends left of `next`, where the next mark has its stem: marks that are labelled from left to
/// right then all have room. Nothing, if there is no such place.
std::optional<StemPlace> place_on_stem(Point anchor, double reach, Size size, StemSide wanted, const Rect& frame,
                                       const std::vector<Rect>& taken, double next);

/// The same for the last mark of a line, whose label stands on its right side if there is room.
std::optional<StemPlace> place_at_end(Point anchor, double reach, Size size, StemSide wanted, const Rect& frame,
                                      const std::vector<Rect>& taken, double next);

}  // namespace mognad
