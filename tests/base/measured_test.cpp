#include "base/measured.h"

#include <catch2/catch.hpp>

using namespace mognad;

TEST_CASE("A measured number is known, also when it is zero", "[base][statistics]") {
  const Measured zero = 0.0;
  CHECK(zero.known());
  CHECK(static_cast<bool>(zero));
  CHECK(zero.number() == 0);
  CHECK_FALSE(zero.withheld());
}

TEST_CASE("What is not said has no answer", "[base][statistics]") {
  const Measured nothing;
  CHECK_FALSE(nothing);
  CHECK(nothing.reason() == Missing::no_answer);
}

TEST_CASE("The reasons for a missing number are different states", "[base][statistics]") {
  const Measured withheld = Missing::withheld;
  CHECK(withheld.withheld());
  CHECK(withheld == Measured(Missing::withheld));
  CHECK_FALSE(withheld == Measured(Missing::no_answer));
  CHECK_FALSE(Measured(Missing::not_applicable) == Measured(Missing::no_answer));
  CHECK_FALSE(withheld == Measured(0.0));
  CHECK(Measured(1.5) == Measured(1.5));
}

TEST_CASE("A difference has a number only when both have", "[base][statistics]") {
  CHECK(difference(50.5, 48.0) == Measured(2.5));
  CHECK(difference(Missing::withheld, 48.0).withheld());
  CHECK(difference(50.0, Missing::withheld).withheld());
  CHECK(difference(Missing::no_answer, Missing::withheld).reason() == Missing::no_answer);
}
