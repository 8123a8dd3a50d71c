#include "charts/stem_labels.h"

#include <algorithm>

namespace mognad {
namespace {

constexpr double kGap = 2;      // between mark and label
constexpr double kLevel = 5.5;  // from one height to the next
constexpr double kLongest = 110;

bool free(const Rect& box, const std::vector<Rect>& taken) {
  return std::none_of(taken.begin(), taken.end(), [&](const Rect& other) { return other.overlaps(box); });
}

bool inside(const Rect& box, const Rect& frame) {
  return box.x >= frame.x && box.y >= frame.y && box.right() <= frame.right() && box.bottom() <= frame.bottom();
}

/// The label `distance` from the mark, moved sideways so that `share` of it lies left of the stem.
StemPlace candidate(Point anchor, double reach, Size size, StemSide side, double distance, double share) {
  const bool above = side == StemSide::above;
  const double near = above ? anchor.y - reach : anchor.y + reach;
  const double edge = above ? near - kGap - distance : near + kGap + distance;
  const Rect box{anchor.x - size.width * share, above ? edge - size.height : edge, size.width, size.height};
  const double from = std::min(near, edge);
  return {box, {anchor.x, from, 0, distance > 0 ? distance + kGap : 0}, false};
}

std::optional<StemPlace> place_left_of(double limit, Point anchor, double reach, Size size, StemSide wanted,
                                       const Rect& frame, const std::vector<Rect>& taken) {
  const StemSide other = wanted == StemSide::above ? StemSide::below : StemSide::above;
  for (const StemSide side : {wanted, other})
    for (double distance = 0; distance <= kLongest; distance += kLevel)
      for (const double share : {0.5, 0.9, 0.7, 0.3, 0.1}) {
        if (distance == 0 && share != 0.5) continue;  // beside its mark a label needs a stem that says whose it is
        const StemPlace place = candidate(anchor, reach, size, side, distance, share);
        if (place.box.right() > limit || !inside(place.box, frame) || !free(place.box, taken)) continue;
        // A stem needs paper on both sides, or it is read as belonging to what it passes.
        const Rect stem{place.stem.x - 1.5, place.stem.y + 0.5, 3, place.stem.height - 1};
        if (stem.height <= 0 || free(stem, taken)) return place;
      }
  return std::nullopt;
}

}  // namespace

std::optional<StemPlace> place_on_stem(Point anchor, double reach, Size size, StemSide wanted, const Rect& frame,
                                       const std::vector<Rect>& taken, double next) {
  const auto place = place_left_of(next - 3, anchor, reach, size, wanted, frame, taken);
  return place ? place : place_left_of(frame.right(), anchor, reach, size, wanted, frame, taken);
}

std::optional<StemPlace> place_at_end(Point anchor, double reach, Size size, StemSide wanted, const Rect& frame,
                                      const std::vector<Rect>& taken, double next) {
  const Rect beside{anchor.x + reach + kGap, anchor.y - size.height / 2, size.width, size.height};
  if (inside(beside, frame) && free(beside, taken)) return StemPlace{beside, {}, true};
  return place_on_stem(anchor, reach, size, wanted, frame, taken, next);
}

}  // namespace mognad
