#include "language/normalise.h"

#include <catch2/catch.hpp>

using namespace mognad;

TEST_CASE("A decomposed name is composed", "[language]") {
  CHECK(normalised("Ma\u0308lardalen") == "Mälardalen");
  CHECK(normalised("A\u030Are") == "Åre");
  CHECK(normalised("e\u0301") == "é");
}

TEST_CASE("Text that is composed stays as it is", "[language]") {
  CHECK(normalised("") == "");
  CHECK(normalised("Boras") == "Boras");
  CHECK(normalised("Östra Göinge – 1\u00A0204") == "Östra Göinge – 1\u00A0204");
}

TEST_CASE("The sign for ångström becomes the letter", "[language]") { CHECK(normalised("\u212Bre") == "Åre"); }
