// PrintedExtremes: which of some values are the highest and the lowest as a reader sees them, so that no sentence names
// one where two are printed alike.
#pragma once

#include <cstddef>
#include <span>

#include "base/measured.h"

namespace mognad {

struct PrintedExtremes {
  std::size_t high = 0, low = 0;  // the first of equals
  bool high_alone = false, low_alone = false;
  int known = 0;
  int hidden = 0;     // withheld: they may lie above or below all others
  bool alike = true;  // the highest and the lowest differ by no more than rounding
  /// One is above and another below all others; with fewer than two values there is nothing to tell apart.
  bool apart() const { return !alike && high_alone && low_alone; }
};

/// Values without a number are passed over.
PrintedExtremes printed_extremes(std::span<const Measured> values, int decimals);

}  // namespace mognad
