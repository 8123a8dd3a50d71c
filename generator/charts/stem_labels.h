// Labels above or below the marks of a line, on upright stems: where values of neighbouring years lie close together,
// stems beside each other never cross, as leaders in all directions would. A mark between two others, from which no
// stem gets away, has a slanted leader. Deterministic: the first free place in a fixed order.
#pragma once

#include <optional>
#include <vector>

#include "base/geometry.h"

namespace mognad {

enum class StemSide { above, below };

struct StemPlace {
  Rect box;             // of the letters
  Point from;           // where the stem leaves the mark
  Point to;             // where it meets the box; the same as `from` where the label stands at its mark
  bool beside = false;  // on the mark's right side, without a stem

  bool has_stem() const { return from != to; }
  double length() const;
};

/// A label of that size for the mark at `anchor`, half of which is `reach`.
struct StemLabel {
  Point anchor;
  double reach = 0;
  Size size;
  StemSide wanted = StemSide::above;
  bool ends_line = false;  // stands on its mark's right side if there is room
  bool to_left = false;    // on its stem's left rather than over its mark
};

/// The label near its mark first and then ever further away on the wanted side, then on the other. The box lies inside
/// `frame`, and neither box nor stem touches what is taken. If it can, it ends left of `next`, where the next mark has
/// its stem: marks that are labelled from left to right then all have room. Nothing, if there is no such place.
std::optional<StemPlace> place_on_stem(const StemLabel& label, const Rect& frame, const std::vector<Rect>& taken,
                                       double next);

/// Places of all labels, in their order, of which none touches another: tried in several orders and with the hardest
/// first, until all have a place; else those with the most places and, of these, the shortest stems.
std::vector<std::optional<StemPlace>> place_all(const std::vector<StemLabel>& labels, const Rect& frame,
                                                const std::vector<Rect>& taken);

}  // namespace mognad
