#include "statistics/student_t.h"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace mognad {

double student_t_quantile(double share, double freedom) {
  return boost::math::quantile(boost::math::students_t(freedom), share);
}

double student_t_two_sided(double t, double freedom) {
  return 2 * boost::math::cdf(boost::math::complement(boost::math::students_t(freedom), std::fabs(t)));
}

}  // namespace mognad
