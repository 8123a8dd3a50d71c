#include "statistics/correlation.h"

#include <cmath>
#include <vector>

#include "support/property.h"

using namespace mognad;
using namespace mognad::test;

namespace {

using Values = std::vector<double>;

/// Whole numbers with many ties, and at least two that differ.
Values draw_values(std::size_t count) {
  const auto whole = *rc::gen::container<std::vector<int>>(count, rc::gen::resize(100, rc::gen::inRange(-8, 9)));
  Values values(whole.begin(), whole.end());
  values.front() = -9;
  values.back() = 9;
  return values;
}

}  // namespace

TEST_CASE("Equal values have the mean of their ranks", "[statistics]") {
  CHECK(mean_ranks(Values{30, 10, 20, 20, 40}) == Values{4, 1, 2.5, 2.5, 5});
  CHECK(mean_ranks(Values{7, 7, 7}) == Values{2, 2, 2});
  CHECK(mean_ranks(Values{}).empty());
}

TEST_CASE("Values that differ in the last digits have equal ranks", "[statistics]") {
  CHECK(mean_ranks(Values{0.1 + 0.2, 0.3, 1}) == Values{1.5, 1.5, 3});
}

TEST_CASE("Spearman's correlation is Pearson's of the ranks", "[statistics]") {
  // Without ties 1 − 6 Σ d² / (n (n² − 1)): d = 0, 1, 1, 2, 2.
  CHECK(*spearman(Values{1, 2, 3, 4, 5}, Values{1, 3, 2, 6, 4.5}) == Approx(0.8).margin(1e-12));
  CHECK(*spearman(Values{1, 2, 3}, Values{10, 20, 21}) == 1);
  CHECK(*spearman(Values{1, 2, 3}, Values{5, 4, -100}) == -1);
  // Ranks 1, 2.5, 2.5, 4 and 1, 3, 2, 4: 4.5 / √(4.5 · 5).
  CHECK(*spearman(Values{1, 2, 2, 3}, Values{1, 3, 2, 4}) == Approx(4.5 / std::sqrt(22.5)).margin(1e-12));
}

TEST_CASE("Where one side has no spread there is no correlation", "[statistics]") {
  CHECK_FALSE(spearman(Values{1, 2, 3}, Values{4, 4, 4}));
  CHECK_FALSE(spearman(Values{1}, Values{4}));
  CHECK_FALSE(spearman(Values{}, Values{}));
}

TEST_CASE("Spearman's correlation sees only the order", "[statistics][property]") {
  check_property([] {
    const auto count = *rc::gen::inRange<std::size_t>(2, 60);
    const Values a = draw_values(count), b = draw_values(count);
    const double rho = *spearman(a, b);
    RC_ASSERT(rho >= -1 && rho <= 1);
    RC_ASSERT(nearly(*spearman(b, a), rho));
    Values cubed = a, opposite = a;
    for (double& x : cubed) x = x * x * x + 5;
    for (double& x : opposite) x = -x;
    RC_ASSERT(nearly(*spearman(cubed, b), rho));
    RC_ASSERT(nearly(*spearman(opposite, b), -rho));
  });
}

TEST_CASE("Pearson's correlation is that of Anscombe's first set", "[statistics]") {
  // Anscombe, American Statistician 27 (1973): r = 0.81642 in all four of his sets.
  const Values x{10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
  const Values y{8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
  CHECK(*pearson(x, y) == Approx(0.81642).margin(5e-6));
  CHECK_FALSE(pearson(Values{1, 2, 3}, Values{100.0 / 3, 100.0 / 3, 100.0 / 3}));
}
