// A table of counts whose sums by row and column are known to everyone, and which of its counts are withheld so that
// small ones can't be worked out. The last row and column hold those that stand in one of the two classifications only;
// the cell where they meet is empty, and known to be.
//
// What can be worked out of a withheld count is exact: the table is a network of flows, and the counts of all tables
// with the same sums and the same counts shown reach from its least to its greatest flow. A count is protected when
// that range is as wide as it must be, or as wide as with everything withheld: then what is shown adds nothing to the
// sums. Source: Hundepool et al., "Statistical Disclosure Control" (2012), chapter 4: cell suppression, protection
// levels.
#pragma once

#include <array>

namespace mognad {

struct CountTable {
  static constexpr int kSide = 5;
  template <class T>
  using Square = std::array<std::array<T, kSide>, kSide>;

  Square<int> counts{};  // [row][column]
  Square<bool> withheld{};
  /// Not small, but to be protected on both sides by the minimum, as another table of the same organisations would give
  /// parts of it away.
  Square<bool> linked{};
};

/// How far from the true count others that fit everything shown can lie, up to `most` either way.
struct CountRoom {
  int below = 0;
  int above = 0;
};
CountRoom room_around(const CountTable& table, int row, int column, int most);

/// Withholds further counts, the smallest first (ties by row, then column), until each count under `minimum` and each
/// linked one is protected: it can be 0, and at least the minimum; a linked one can be the minimum less or more. What
/// turns out to protect nothing is shown again, the largest first.
void protect_counts(CountTable& table, int minimum);

}  // namespace mognad
