#include "input/column_pattern.h"

#include <catch2/catch.hpp>

using namespace mognad;

TEST_CASE("A pattern fits what it says and nothing else", "[input]") {
  CHECK(fit_pattern("Q1", "Q1") == "");
  CHECK_FALSE(fit_pattern("Q1", "Q12"));
  CHECK_FALSE(fit_pattern("Q1", "q1"));
  CHECK(fit_pattern("Q1*", "Q1 and more") == "");
  CHECK(fit_pattern("*", "") == "");
  CHECK_FALSE(fit_pattern("", "x"));
}

TEST_CASE("A pattern gives the statement in its place", "[input]") {
  CHECK(fit_pattern("Q1[{statement}]", "Q1[p01]") == "p01");
  CHECK(fit_pattern("*[{statement}]", "G01Q01[p01]") == "p01");
  CHECK(fit_pattern("{statement}*", "p01: text") == "");  // the shortest from the left
  CHECK(fit_pattern("{statement}: *", "p01: text") == "p01");
  CHECK_FALSE(fit_pattern("*[{statement}]", "G01Q01[p01] "));
}

TEST_CASE("Texts of a pattern may not overlap in a head", "[input]") {
  CHECK_FALSE(fit_pattern("aba*ba", "aba"));
  CHECK(fit_pattern("aba*ba", "ababa") == "");
  CHECK_FALSE(fit_pattern("long*literal", "l"));
}
