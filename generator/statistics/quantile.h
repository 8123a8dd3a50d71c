// Order statistics of sorted values, of which one may be left out (the own organisation among its peers).
// Sources: Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996), type 7;
// percentile rank as (below + half of the equal) / n · 100.
#pragma once

#include <cstddef>
#include <span>

namespace mognad {

/// Ascending values, seen without one of them when `left_out` is an index. Borrowed for the length of a call.
struct SortedValues {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::span<const double> values;
  std::size_t left_out = kNone;

  std::size_t size() const { return values.size() - (left_out == kNone ? 0 : 1); }
  double operator[](std::size_t i) const { return values[i < left_out ? i : i + 1]; }
};

/// Quantile of type 7 for a share from 0 to 1; there must be at least one value.
double quantile(const SortedValues& sorted, double share);

/// Percentile rank of `value` among the others, 0 to 100; values within 1e-9 count as equal. At least one value.
double percentile_rank(const SortedValues& sorted, double value);

}  // namespace mognad
