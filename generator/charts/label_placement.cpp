#include "charts/label_placement.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mognad {
namespace {

bool inside(const Rect& box, const Rect& frame) {
  return box.x >= frame.x && box.y >= frame.y && box.right() <= frame.right() && box.bottom() <= frame.bottom();
}

bool free(const Rect& box, const Rect& frame, const std::vector<Rect>& obstacles) {
  return inside(box, frame) &&
         std::none_of(obstacles.begin(), obstacles.end(), [&](const Rect& o) { return o.overlaps(box); });
}

/// The box whose nearest edge or corner lies `distance` from the anchor in direction (dx, dy).
Rect box_towards(Point anchor, double dx, double dy, double distance, Size size) {
  const Point tip{anchor.x + dx * distance, anchor.y + dy * distance};
  const double x = dx > 0.3 ? tip.x : dx < -0.3 ? tip.x - size.width : tip.x - size.width / 2;
  const double y = dy > 0.3 ? tip.y : dy < -0.3 ? tip.y - size.height : tip.y - size.height / 2;
  return {x, y, size.width, size.height};
}

}  // namespace

std::optional<LabelPlace> place_label(Point anchor, double reach, Size size, const Rect& frame,
                                      const std::vector<Rect>& obstacles) {
  constexpr double d = 0.7071067811865476;
  constexpr std::array<Point, 8> kDirections{{{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {-d, -d}, {d, -d}, {-d, d}, {d, d}}};
  for (std::size_t i = 0; i < 4; ++i) {
    const Rect box = box_towards(anchor, kDirections[i].x, kDirections[i].y, reach + 2, size);
    if (free(box, frame, obstacles)) return LabelPlace{box, false, {}, {}};
  }
  for (double distance = reach + 12; distance < 160; distance += 8) {
    for (std::size_t k = 0; k < kDirections.size(); ++k) {
      const Point dir = kDirections[(k + 4) % kDirections.size()];  // diagonals first: their leaders cross fewer dots
      const Rect box = box_towards(anchor, dir.x, dir.y, distance + 2, size);
      if (!free(box, frame, obstacles)) continue;
      return LabelPlace{box,
                        true,
                        {anchor.x + dir.x * reach, anchor.y + dir.y * reach},
                        {anchor.x + dir.x * distance, anchor.y + dir.y * distance}};
    }
  }
  return std::nullopt;
}

}  // namespace mognad
