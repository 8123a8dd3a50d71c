#include "statistics/quadrant_counts.h"

#include <algorithm>
#include <utility>

namespace mognad {

ShownQuadrants control_quadrants(const std::array<int, 4>& counts, int minimum) {
  std::array<std::pair<int, std::size_t>, 4> order;  // count, quadrant
  for (std::size_t q = 0; q < order.size(); ++q) order[q] = {counts[q], q};
  std::sort(order.begin(), order.end());
  ShownQuadrants shown;
  int withheld = 0, sum = 0;
  for (const auto& [count, q] : order) {
    const bool complement = withheld > 0 && (withheld < 2 || sum < minimum);
    shown.few[q] = count < minimum;
    shown.withheld[q] = shown.few[q] || complement;
    if (shown.withheld[q]) ++withheld, sum += count;
  }
  return shown;
}

}  // namespace mognad
