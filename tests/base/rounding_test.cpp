#include "base/rounding.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace mognad;

TEST_CASE("Halves are rounded away from zero", "[base][statistics]") {
  CHECK(round_half_away(56.25, 1) == 56.3);
  CHECK(round_half_away(-56.25, 1) == -56.3);
  CHECK(round_half_away(0.5, 0) == 1);
  CHECK(round_half_away(1.5, 0) == 2);
  CHECK(round_half_away(2.5, 0) == 3);
  CHECK(round_half_away(-2.5, 0) == -3);
}

TEST_CASE("A decimal half is a half although its binary neighbour lies below", "[base][statistics]") {
  CHECK(round_half_away(0.285, 2) == 0.29);
  CHECK(round_half_away(1.005, 2) == 1.01);
  CHECK(round_half_away(2.675, 2) == 2.68);
  CHECK(round_half_away(-1.005, 2) == -1.01);
  CHECK(round_half_away(0.1 + 0.2 - 0.05, 1) == 0.3);
  CHECK(round_half_away(100.0 * 5.625 / 10, 1) == 56.3);
}

TEST_CASE("What is not a half goes to the nearest", "[base][statistics]") {
  CHECK(round_half_away(56.2499, 1) == 56.2);
  CHECK(round_half_away(56.2501, 1) == 56.3);
  CHECK(round_half_away(0.4999999, 0) == 0);
  CHECK(round_half_away(99.95, 1) == 100);
  CHECK(round_half_away(99.949, 1) == 99.9);
}

TEST_CASE("Nothing is ever rounded to minus zero", "[base][statistics]") {
  CHECK_FALSE(std::signbit(round_half_away(-0.0, 1)));
  CHECK_FALSE(std::signbit(round_half_away(-0.04, 1)));
  CHECK(round_half_away(-0.04, 1) == 0);
  CHECK(round_half_away(-0.05, 1) == -0.1);
}

TEST_CASE("Units count the last decimal", "[base][statistics]") {
  CHECK(round_to_units(56.25, 1) == 563);
  CHECK(round_to_units(-56.25, 1) == -563);
  CHECK(round_to_units(100, 0) == 100);
  CHECK(round_to_units(0.123456789, 9) == 123456789);
}

TEST_CASE("Every half of one decimal from 0 to 100 goes up", "[base][statistics]") {
  for (int twentieths = 1; twentieths < 2000; twentieths += 2) {
    INFO(twentieths);
    CHECK(round_to_units(twentieths / 20.0, 1) == (twentieths + 1) / 2);
    CHECK(round_to_units(-twentieths / 20.0, 1) == -(twentieths + 1) / 2);
  }
}
