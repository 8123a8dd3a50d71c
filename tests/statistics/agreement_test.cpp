#include "statistics/agreement.h"

#include <algorithm>
#include <vector>

#include "support/property.h"

using namespace mognad;
using namespace mognad::test;

TEST_CASE("Where everyone answers the same, agreement is full", "[statistics]") {
  CHECK(agreement(std::vector<int>{0, 0, 12, 0, 0, 0}) == 1);
}

TEST_CASE("Agreement compares the variance with that of answers spread evenly", "[statistics]") {
  // Steps 2, 3, 3, 4: s² = 2/3; five steps spread evenly: (25 − 1) / 12 = 2.
  CHECK(agreement(std::vector<int>{0, 1, 2, 1, 0}) == Approx(1 - (2.0 / 3) / 2).margin(1e-12));
  // Steps 1 and 2 of six, ten answers each: s² = 20/19 · 1/4 = 5/19; 35/12.
  CHECK(agreement(std::vector<int>{10, 10, 0, 0, 0, 0}) == Approx(1 - 5.0 / 19 / (35.0 / 12)).margin(1e-12));
}

TEST_CASE("More spread than chance is no agreement, not less than none", "[statistics]") {
  CHECK(agreement(std::vector<int>{8, 0, 0, 0, 0, 8}) == 0);
}

TEST_CASE("Agreement lies from 0 to 1 and is the same from the other end of the scale", "[statistics][property]") {
  check_property([] {
    auto counts = *rc::gen::container<std::vector<int>>(*rc::gen::inRange<std::size_t>(2, 12), rc::gen::inRange(0, 40));
    counts.front() += 2;
    const double found = agreement(counts);
    RC_ASSERT(found >= 0 && found <= 1);
    std::reverse(counts.begin(), counts.end());
    RC_ASSERT(nearly(found, agreement(counts)));
  });
}
