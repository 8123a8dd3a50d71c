#include "statistics/paired_test.h"

#include <cmath>

#include "statistics/student_t.h"

namespace mognad {

std::optional<PairedTest> paired_test(std::span<const double> differences) {
  if (differences.size() < 2) return std::nullopt;
  const auto n = static_cast<double>(differences.size());
  PairedTest test;
  for (const double d : differences) test.mean += d / n;
  double squares = 0;
  for (const double d : differences) squares += (d - test.mean) * (d - test.mean);
  const double error = std::sqrt(squares / (n - 1) / n);
  // Where all differences are equal only the noise of binary fractions is left.
  constexpr double kNoise = 1e-9;
  if (error < kNoise) return std::nullopt;
  test.freedom = n - 1;
  test.t = test.mean / error;
  test.p = student_t_two_sided(test.t, test.freedom);
  test.margin = student_t_quantile(0.975, test.freedom) * error;
  return test;
}

}  // namespace mognad
