#include "statistics/student_t.h"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace mognad {
namespace {

/// Boost computes doubles in long double unless told not to: ten times slower for digits that nobody sees.
using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
using StudentsT = boost::math::students_t_distribution<double, Policy>;

}  // namespace

double student_t_quantile(double share, double freedom) { return boost::math::quantile(StudentsT(freedom), share); }

double student_t_two_sided(double t, double freedom) {
  return 2 * boost::math::cdf(boost::math::complement(StudentsT(freedom), std::fabs(t)));
}

}  // namespace mognad
