#include "language/edit_distance.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace mognad;

TEST_CASE("The distance counts insertions, deletions, substitutions and swaps of neighbours",
          "[language][statistics]") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("abc", "") == 3);
  CHECK(edit_distance("abc", "abc") == 0);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("saturday", "sunday") == 3);
  CHECK(edit_distance("ab", "ba") == 1);
  CHECK(edit_distance("wieght", "weight") == 1);
}

TEST_CASE("No part of a text is edited twice", "[language][statistics]") {
  CHECK(edit_distance("ca", "abc") == 3);  // 2 if a swapped pair could be parted again
}

TEST_CASE("The distance is the same both ways", "[language][statistics]") {
  const std::vector<std::string> words{"", "a", "ab", "ba", "abcd", "badc", "acbd", "dimension", "dimenson", "mension"};
  for (const std::string& a : words)
    for (const std::string& b : words) CHECK(edit_distance(a, b) == edit_distance(b, a));
}

TEST_CASE("The nearest name is meant when at most a third of the letters differ", "[language][statistics]") {
  const std::vector<std::string> names{"weight", "language", "year"};
  CHECK(nearest_name("wieght", names) == "weight");
  CHECK(nearest_name("langage", names) == "language");
  CHECK(nearest_name("yaer", names) == "year");
  CHECK(nearest_name("weight", names) == "weight");
  CHECK_FALSE(nearest_name("colour", names));
  CHECK_FALSE(nearest_name("wxyzht", names));
}

TEST_CASE("A name of which every letter differs is not meant", "[language][statistics]") {
  const std::vector<std::string> names{"y"};
  CHECK_FALSE(nearest_name("x", names));
  CHECK_FALSE(nearest_name("", names));
}

TEST_CASE("Of equally near names the first is meant", "[language][statistics]") {
  CHECK(nearest_name("cat", std::vector<std::string>{"car", "bat"}) == "car");
  CHECK(nearest_name("cat", std::vector<std::string>{"bat", "car"}) == "bat");
}

TEST_CASE("A hint asks for the near name, else lists a few valid ones", "[language][statistics]") {
  const std::vector<std::string> names{"weight", "language"};
  CHECK(hint_for("weigth", names) == "did you mean 'weight'?");
  CHECK(hint_for("colour", names) == "valid names: weight, language");
  CHECK(hint_for("colour", std::vector<std::string>{}).empty());
  CHECK(hint_for("colour", std::vector<std::string>(13, "x")) ==
        "valid names: x, x, x, x, x, x, x, x, x, x, x, x and 1 more");
}

TEST_CASE("Case, normal form and blanks don't keep a name from being meant", "[language]") {
  const std::vector<std::string> names{"ORGANISATION", "p01", "Åmål"};
  CHECK(nearest_name("organisation", names) == "ORGANISATION");
  CHECK(nearest_name("P01", names) == "p01");
  CHECK(nearest_name(" A\u030AM\u00C5L ", names) == "Åmål");
}

TEST_CASE("A hint never repeats personal data", "[language]") {
  const std::vector<std::string> names{"anna@example.se", "811218-9876"};
  CHECK(hint_for("ana@example.se", names) == "did you mean 'an e-mail address (a…@e…)'?");
  CHECK(hint_for("x", names) ==
        "valid names: an e-mail address (a…@e…), a Swedish personal identity number (••••••-••••)");
}
