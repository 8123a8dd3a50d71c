// How many organisations stand in each quadrant of the matrix, as everyone may read it: counts under the minimum are
// withheld, zero too (that nobody is there would tell it of each), and then the smallest of the others until at least
// two are withheld and together hold the minimum, because the last one would follow from the sum.
#pragma once

#include <array>

namespace mognad {

/// In the order of quadrant_number().
struct ShownQuadrants {
  std::array<bool, 4> withheld{};
  std::array<bool, 4> few{};  // the count is under the minimum
};

ShownQuadrants control_quadrants(const std::array<int, 4>& counts, int minimum);

}  // namespace mognad
