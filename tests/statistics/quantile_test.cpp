#include "statistics/quantile.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace mognad;

namespace {

const std::vector<double> kFive{10, 20, 40, 70, 100};

}  // namespace

TEST_CASE("A quantile of type 7 lies on the line between its two neighbours", "[statistics]") {
  const SortedValues five{kFive};
  CHECK(quantile(five, 0) == 10);
  CHECK(quantile(five, 0.25) == 20);
  CHECK(quantile(five, 0.5) == 40);
  CHECK(quantile(five, 0.9) == Approx(88).margin(1e-12));
  CHECK(quantile(five, 1) == 100);
}

TEST_CASE("One value is every quantile", "[statistics]") {
  const std::vector<double> one{37.5};
  for (const double share : {0.0, 0.3, 1.0}) CHECK(quantile({one}, share) == 37.5);
}

TEST_CASE("Leaving a value out is the same as a list without it", "[statistics]") {
  for (std::size_t out = 0; out < kFive.size(); ++out) {
    std::vector<double> rest = kFive;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(out));
    const SortedValues seen{kFive, out};
    REQUIRE(seen.size() == rest.size());
    for (std::size_t i = 0; i < rest.size(); ++i) CHECK(seen[i] == rest[i]);
    for (const double share : {0.0, 0.1, 0.25, 0.5, 0.75, 1.0}) CHECK(quantile(seen, share) == quantile({rest}, share));
    for (const double value : {0.0, 20.0, 55.0, 100.0})
      CHECK(percentile_rank(seen, value) == percentile_rank({rest}, value));
  }
}

TEST_CASE("Quantiles never fall as the share grows and stay among the values", "[statistics]") {
  double last = 10;
  for (int i = 0; i <= 1000; ++i) {
    const double q = quantile({kFive}, i / 1000.0);
    CHECK(q >= last);
    CHECK(q <= 100);
    last = q;
  }
}

TEST_CASE("The percentile rank counts those below and half of those equal", "[statistics]") {
  const std::vector<double> ties{20, 50, 50, 50, 80};
  CHECK(percentile_rank({ties}, 50) == Approx(50).margin(1e-12));
  CHECK(percentile_rank({ties}, 20) == Approx(10).margin(1e-12));
  CHECK(percentile_rank({ties}, 10) == 0);
  CHECK(percentile_rank({ties}, 90) == 100);
  CHECK(percentile_rank({ties}, 60) == Approx(80).margin(1e-12));
}

TEST_CASE("Values within a thousand-millionth are equal", "[statistics]") {
  const std::vector<double> values{49.9999999999, 50, 50.0000000001, 50.001};
  CHECK(percentile_rank({values}, 50) == Approx(37.5).margin(1e-12));
}
