// Pearson's correlation (Proceedings of the Royal Society 58, 1895) and Spearman's rank correlation (American Journal
// of Psychology 15, 1904): Pearson's of ranks, equal values having the mean of their ranks. Pure functions.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace mognad {

/// Ranks from 1; values within 1e-9 of each other count as equal.
std::vector<double> mean_ranks(std::span<const double> values);

/// −1 to 1; nothing when one side has no spread. Both have the same size.
std::optional<double> pearson(std::span<const double> a, std::span<const double> b);

/// The same of ranks.
std::optional<double> spearman(std::span<const double> a, std::span<const double> b);

}  // namespace mognad
