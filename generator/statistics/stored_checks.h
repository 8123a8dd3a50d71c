// What holds of every list of indices and of every list of values, and is asked of those that were read back
// (stored_statistics.h). Pure.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <vector>

namespace mognad {

/// Each index once, and there is what it stands for.
inline bool strictly_ascending_below(const std::vector<int>& indices, std::size_t count) {
  if (std::adjacent_find(indices.begin(), indices.end(), std::greater_equal<>()) != indices.end()) return false;
  return indices.empty() || (indices.front() >= 0 && static_cast<std::size_t>(indices.back()) < count);
}

/// From 0 to 100, but for what sums of binary fractions are off by.
inline bool on_scale(double value) { return value >= -1e-6 && value <= 100 + 1e-6; }

inline bool all_on_scale(const std::vector<double>& values) {
  return std::all_of(values.begin(), values.end(), on_scale);
}

}  // namespace mognad
