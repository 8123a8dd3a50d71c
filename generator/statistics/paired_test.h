// The paired t test ("Student", Biometrika 6, 1908): whether a mean difference is larger than chance.
#pragma once

#include <optional>
#include <span>

namespace mognad {

struct PairedTest {
  double mean = 0;    // of the differences
  double margin = 0;  // half the 95 % interval
  double t = 0;
  double freedom = 0;
  double p = 1;
};

/// Nothing for fewer than two differences or when they have no spread.
std::optional<PairedTest> paired_test(std::span<const double> differences);

}  // namespace mognad
