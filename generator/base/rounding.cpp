#include "base/rounding.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace mognad {
namespace {

constexpr double kPowers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

}  // namespace

long long round_to_units(double value, int decimals) {
  assert(decimals >= 0 && decimals <= 9);
  const double scaled = std::fabs(value) * kPowers[decimals];
  const double tolerance = std::max(scaled, 1.0) * 1e-12;
  const auto units = static_cast<long long>(std::floor(scaled + 0.5 + tolerance));
  return value < 0 ? -units : units;
}

double round_half_away(double value, int decimals) {
  return static_cast<double>(round_to_units(value, decimals)) / kPowers[decimals];
}

}  // namespace mognad
