#include "statistics/agreement.h"

#include <algorithm>
#include <cassert>

namespace mognad {

double agreement(std::span<const int> answers_by_step) {
  double n = 0, sum = 0, squares = 0;
  for (std::size_t step = 0; step < answers_by_step.size(); ++step) {
    const auto x = static_cast<double>(step);
    n += answers_by_step[step];
    sum += x * answers_by_step[step];
    squares += x * x * answers_by_step[step];
  }
  assert(n > 1 && answers_by_step.size() > 1);
  const double variance = (squares - sum * sum / n) / (n - 1);
  const auto steps = static_cast<double>(answers_by_step.size());
  return std::clamp(1 - variance / ((steps * steps - 1) / 12), 0.0, 1.0);
}

}  // namespace mognad
