#include "statistics/student_t.h"

#include <catch2/catch.hpp>

using namespace mognad;

// Values of R 4.2: qt(0.975, df) and 2 * pt(-t, df).
TEST_CASE("Quantiles of t are those of the tables", "[statistics]") {
  CHECK(student_t_quantile(0.975, 1) == Approx(12.7062047361747).epsilon(1e-12));
  CHECK(student_t_quantile(0.975, 9) == Approx(2.2621571627982).epsilon(1e-12));
  CHECK(student_t_quantile(0.975, 30) == Approx(2.04227245630124).epsilon(1e-12));
  CHECK(student_t_quantile(0.975, 1e7) == Approx(1.9599642217672).epsilon(1e-12));
  CHECK(student_t_quantile(0.5, 7.5) == Approx(0).margin(1e-12));
}

TEST_CASE("Both tails are counted whatever the sign of t", "[statistics]") {
  CHECK(student_t_two_sided(0, 12.5) == Approx(1).margin(1e-12));
  CHECK(student_t_two_sided(1, 1) == Approx(0.5).margin(1e-12));
  CHECK(student_t_two_sided(-2.2621571627982, 9) == Approx(0.05).margin(1e-10));
  CHECK(student_t_two_sided(3, 9.5) == student_t_two_sided(-3, 9.5));
}

TEST_CASE("The quantile and the tails agree for degrees of freedom that are no whole number", "[statistics]") {
  for (const double freedom : {1.5, 9.37, 21.8, 140.01})
    CHECK(student_t_two_sided(student_t_quantile(0.975, freedom), freedom) == Approx(0.05).margin(1e-10));
}
