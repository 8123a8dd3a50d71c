#include "statistics/quantile.h"

#include <cassert>
#include <cmath>

namespace mognad {
namespace {

constexpr double kEqual = 1e-9;

/// How many values lie below `limit`.
std::size_t count_below(const SortedValues& sorted, double limit) {
  std::size_t low = 0;
  std::size_t high = sorted.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (sorted[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

}  // namespace

double quantile(const SortedValues& sorted, double share) {
  assert(sorted.size() > 0 && share >= 0 && share <= 1);
  const double position = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(position));
  if (below + 1 >= sorted.size()) return sorted[sorted.size() - 1];
  return sorted[below] + (position - std::floor(position)) * (sorted[below + 1] - sorted[below]);
}

double percentile_rank(const SortedValues& sorted, double value) {
  assert(sorted.size() > 0);
  const std::size_t below = count_below(sorted, value - kEqual);
  const std::size_t equal = count_below(sorted, value + kEqual) - below;
  return (static_cast<double>(below) + 0.5 * static_cast<double>(equal)) / static_cast<double>(sorted.size()) * 100;
}

}  // namespace mognad
