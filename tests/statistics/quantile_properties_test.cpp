// What must hold of quantiles, percentile ranks and adjusted p values, whatever the numbers are.
#include <algorithm>
#include <vector>

#include "statistics/change.h"
#include "statistics/quantile.h"
#include "support/property.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// Sorted, with many ties.
std::vector<double> draw_sorted() {
  const auto count = *rc::gen::inRange<std::size_t>(1, 60);
  const auto halves = *rc::gen::container<std::vector<int>>(count, rc::gen::inRange(0, 201));
  std::vector<double> values;
  for (const int half : halves) values.push_back(half / 2.0);
  std::sort(values.begin(), values.end());
  return values;
}

double draw_share() { return *rc::gen::resize(100, rc::gen::inRange(0, 1001)) / 1000.0; }

}  // namespace

TEST_CASE("Quantiles rise with the share and stay between the ends", "[statistics][property]") {
  check_property(
      [] {
        const auto values = draw_sorted();
        double a = draw_share(), b = draw_share();
        if (a > b) std::swap(a, b);
        RC_ASSERT(quantile({values}, a) <= quantile({values}, b));
        RC_ASSERT(quantile({values}, a) >= values.front() && quantile({values}, b) <= values.back());
      },
      500);
}

TEST_CASE("Quantiles from the other end are those of the opposite values", "[statistics][property]") {
  check_property(
      [] {
        const auto values = draw_sorted();
        const double share = draw_share();
        std::vector<double> opposite(values.rbegin(), values.rend());
        for (double& value : opposite) value = 100 - value;
        RC_ASSERT(nearly(quantile({opposite}, 1 - share), 100 - quantile({values}, share)));
      },
      500);
}

TEST_CASE("A percentile rank lies from 0 to 100, rises with the value and is symmetric", "[statistics][property]") {
  check_property(
      [] {
        const auto values = draw_sorted();
        double low = *rc::gen::inRange(-10, 220) / 2.0, high = *rc::gen::inRange(-10, 220) / 2.0;
        if (low > high) std::swap(low, high);
        const double rank = percentile_rank({values}, low);
        RC_ASSERT(rank >= 0 && rank <= 100);
        RC_ASSERT(rank <= percentile_rank({values}, high));
        std::vector<double> opposite(values.rbegin(), values.rend());
        for (double& value : opposite) value = 100 - value;
        RC_ASSERT(nearly(percentile_rank({opposite}, 100 - low), 100 - rank));
      },
      500);
}

TEST_CASE("Adjusted p values are no smaller, keep their order and follow their tests", "[statistics][property]") {
  check_property(
      [] {
        const auto count = *rc::gen::inRange<std::size_t>(1, 40);
        const auto thousandths =
            *rc::gen::container<std::vector<int>>(count, rc::gen::resize(100, rc::gen::inRange(0, 1001)));
        std::vector<double> p;
        for (const int t : thousandths) p.push_back(t / 1000.0);
        const std::vector<double> adjusted = adjust_benjamini_hochberg(p);
        for (std::size_t i = 0; i < count; ++i) {
          RC_ASSERT((adjusted[i] >= p[i] || nearly(adjusted[i], p[i])) && adjusted[i] <= 1);
          for (std::size_t k = 0; k < count; ++k) RC_ASSERT(p[i] > p[k] || adjusted[i] <= adjusted[k]);
        }
        const std::vector<double> turned = adjust_benjamini_hochberg(std::vector<double>(p.rbegin(), p.rend()));
        RC_ASSERT(std::equal(turned.rbegin(), turned.rend(), adjusted.begin(), nearly));
      },
      300);
}
