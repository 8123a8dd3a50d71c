#include "language/collation.h"

#include <catch2/catch.hpp>

using namespace mognad;

TEST_CASE("Swedish names stand in the order of the Swedish alphabet", "[language]") {
  const Collation swedish("sv");
  CHECK(swedish.key("Zinkgruvan") < swedish.key("Åre"));
  CHECK(swedish.key("Åre") < swedish.key("Älvdalen"));
  CHECK(swedish.key("Älvdalen") < swedish.key("Öckerö"));
  CHECK(swedish.key("Upplands-Bro") < swedish.key("Vara"));
}

TEST_CASE("Another language has its own order of the same names", "[language]") {
  const Collation english("en");
  CHECK(english.key("Åre") < english.key("Boden"));
  CHECK(english.key("Öckerö") < english.key("Pajala"));
}

TEST_CASE("The order doesn't depend on how a letter was composed", "[language]") {
  const Collation swedish("sv");
  CHECK(swedish.key("Mala\u030A") == swedish.key("Malå"));
}
