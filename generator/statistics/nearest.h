// The nearest of many points: for each its k nearest others by standardised Euclidean distance (every coordinate
// divided by its standard deviation), found with an R-tree, so that 100,000 points take a second.
#pragma once

#include <array>
#include <span>
#include <vector>

namespace mognad {

/// Three coordinates; those that are not used are 0 for every point.
using PropertyPoint = std::array<double, 3>;

/// For each point the indices of its k nearest others, or of all others when there are fewer: ascending by index. Of
/// equally near ones those with the smaller index are taken. A coordinate without spread plays no part.
std::vector<std::vector<int>> nearest_others(std::span<const PropertyPoint> points, int k);

}  // namespace mognad
