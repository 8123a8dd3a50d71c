// How many organisations stand in each quadrant of the matrix, as everyone may read it: counts under the minimum are
// withheld, zero too (that nobody is there would tell it of each), and then the smallest of the others until at least
// two are withheld and together hold the minimum, because the last one would follow from the sum.
//
// That keeps words and tables from pointing at a few; it hides nothing from who counts the dots of the matrix, which
// are shown from twenty others on, where the cuts lie between their steps. So these counts protect nothing else: what
// must not follow from them (type_moves.h) is chosen as if all four were known, and the attack test knows them.
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
