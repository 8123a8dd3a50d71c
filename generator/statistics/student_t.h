// Student's t distribution with real degrees of freedom, by Boost.Math.
#pragma once

namespace mognad {

/// The quantile t with P(T ≤ t) = share; 0 < share < 1, freedom > 0.
double student_t_quantile(double share, double freedom);

/// The probability of |T| at least as large as |t|.
double student_t_two_sided(double t, double freedom);

}  // namespace mognad
