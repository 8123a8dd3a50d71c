#include "charts/label_settling.h"

#include <algorithm>

namespace mognad {
namespace {

/// What the letters fill, a little less than their line.
Rect letters_of(const GlyphRun& run) {
  return {run.origin.x + 0.3, run.origin.y - 0.7 * run.size, run.width - 0.6, 0.72 * run.size};
}

bool fits(const GlyphRun& run, Size frame) {
  constexpr double kEdge = 0.75;
  return run.origin.x >= -kEdge && run.origin.x + run.width <= frame.width + kEdge &&
         run.origin.y - 0.75 * run.size >= -kEdge && run.origin.y <= frame.height + kEdge;
}

}  // namespace

void settle_labels(Picture& picture, std::vector<std::string>* dropped) {
  std::vector<Rect> taken;
  std::erase_if(picture.items, [&](Item& item) {
    auto* run = std::get_if<GlyphRun>(&item);
    if (!run) return false;
    run->origin.x = std::clamp(run->origin.x, 0.0, std::max(0.0, picture.size.width - run->width));
    const Rect box = letters_of(*run);
    const bool free = std::none_of(taken.begin(), taken.end(), [&](const Rect& other) { return other.overlaps(box); });
    if (fits(*run, picture.size) && free) {
      taken.push_back(box);
      return false;
    }
    if (dropped) dropped->push_back(run->text);
    return true;
  });
}

}  // namespace mognad
