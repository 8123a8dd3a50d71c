#include "statistics/paired_test.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace mognad;

TEST_CASE("The paired test has the mean, the error and the p of its differences", "[statistics]") {
  // Mean 3, s² = 10 / 4, so that t = 3 / √0.5 with 4 degrees of freedom; as t.test(c(1, 2, 3, 4, 5)) in R.
  const auto test = paired_test(std::vector<double>{1, 2, 3, 4, 5});
  REQUIRE(test);
  CHECK(test->mean == Approx(3).margin(1e-12));
  CHECK(test->t == Approx(3 / std::sqrt(0.5)).margin(1e-12));
  CHECK(test->freedom == 4);
  CHECK(test->p == Approx(0.01324).margin(1e-5));
  CHECK(test->margin == Approx(2.776445 * std::sqrt(0.5)).margin(1e-6));
}

TEST_CASE("Opposite differences have the opposite mean and the same p", "[statistics]") {
  const auto there = paired_test(std::vector<double>{1, -2, 7, 4}),
             back = paired_test(std::vector<double>{-1, 2, -7, -4});
  CHECK(there->mean == -back->mean);
  CHECK(there->t == -back->t);
  CHECK(there->p == back->p);
  CHECK(there->margin == back->margin);
}

TEST_CASE("Fewer than two differences or differences without spread are not tested", "[statistics]") {
  CHECK_FALSE(paired_test(std::vector<double>{}));
  CHECK_FALSE(paired_test(std::vector<double>{4}));
  CHECK_FALSE(paired_test(std::vector<double>{4, 4, 4}));
  // Equal but for the last binary digit.
  CHECK_FALSE(paired_test(std::vector<double>{0.3, 0.1 + 0.2, 0.3}));
}

TEST_CASE("Differences that cancel out are no change", "[statistics]") {
  const auto test = paired_test(std::vector<double>{-2, 2});
  REQUIRE(test);
  CHECK(test->t == 0);
  CHECK(test->p == Approx(1).margin(1e-12));
}
