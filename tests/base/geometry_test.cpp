#include "base/geometry.h"

#include <catch2/catch.hpp>

using namespace mognad;

TEST_CASE("A shape fills a box until its width or its height is reached", "[base]") {
  CHECK(fitted({320, 44}, {160, 44}) == Size{160, 22});
  CHECK(fitted({10, 10}, {160, 44}) == Size{44, 44});
  CHECK(fitted({16, 4.4}, {160, 44}).width == Approx(160));
}
