#include "input/table_reader.h"

#include <catch2/catch.hpp>

#include "input/reading.h"

using namespace mognad;
using namespace mognad::test;

namespace {

struct GivenTable {
  TomlValue root;
  Problems problems;
  TableReader reader;
  explicit GivenTable(std::string_view text) : root(*parse_toml(text, "a.toml")), reader(root, "", problems) {}
};

const std::vector<LanguageTag> kBoth{"sv", "en"};

}  // namespace

TEST_CASE("Every kind of value is taken by its getter", "[input]") {
  GivenTable t("a = \"x\"\nb = 7\nc = 2.5\nd = true\ne = 2026-02-12\nf = [\"p\", \"q\"]\ng = 3\n");
  CHECK(t.reader.text("a") == "x");
  CHECK(t.reader.integer("b", 0, 9) == 7);
  CHECK(t.reader.number_or("c", 1, 0, 9) == 2.5);
  CHECK(t.reader.flag_or("d", false));
  CHECK(t.reader.date("e") == Date{2026, 2, 12});
  CHECK(t.reader.texts("f") == std::vector<std::string>{"p", "q"});
  CHECK(t.reader.number_or("g", 1, 0, 9) == 3.0);
  t.reader.finish();
  CHECK(t.problems.empty());
}

TEST_CASE("What is missing takes its default, and a required key is a problem", "[input]") {
  GivenTable t("x = 1\n");
  CHECK(t.reader.text_or("a", "y") == "y");
  CHECK(t.reader.integer_or("b", 4, 0, 9) == 4);
  CHECK(t.reader.texts("c").empty());
  CHECK(t.problems.empty());
  t.reader.text("d");
  t.reader.date("e");
  REQUIRE(t.problems.size() == 2);
  CHECK(t.problems[0].message == "'d' is missing");
  CHECK(t.problems[0].hint == "expected a text");
  CHECK(t.problems[0].place == Place{"a.toml", 1, 1});
  CHECK(t.problems[1].hint == "expected a date");
}

TEST_CASE("An unknown key is told with the nearest known one", "[input]") {
  GivenTable t("name = \"x\"\nnmae = \"y\"\n");
  t.reader.text("name");
  t.reader.finish();
  REQUIRE(t.problems.size() == 1);
  CHECK(t.problems[0].place.line == 2);
  CHECK(t.problems[0].message == "unknown key 'nmae'");
  CHECK(t.problems[0].hint == "did you mean 'name'?");
}

TEST_CASE("An unknown key that resembles none gets the known ones", "[input]") {
  GivenTable t("colour = 1\n");
  t.reader.text_or("id", "");
  t.reader.flag_or("simulated", false);
  t.reader.finish();
  REQUIRE(t.problems.size() == 1);
  CHECK(t.problems[0].hint == "valid names: id, simulated");
}

TEST_CASE("A wrong kind is told with both kinds and its place", "[input]") {
  GivenTable t("a = 7\nb = \"x\"\nc = 2.5\nd = [1]\n");
  t.reader.text("a");
  t.reader.integer("b", 0, 9);
  t.reader.integer("c", 0, 9);
  t.reader.table("d");
  CHECK(problem_with(t.problems, "'a' is").message == "'a' is a whole number, expected a text");
  CHECK(problem_with(t.problems, "'b' is").message == "'b' is a text, expected a whole number");
  CHECK(problem_with(t.problems, "'c' is").place == Place{"a.toml", 3, 5});
  CHECK(problem_with(t.problems, "'d' is").message == "'d' is a list, expected a table");
}

TEST_CASE("A time is not a text", "[input]") {
  GivenTable t("a = 07:30:00\n");
  t.reader.text_or("a", "");
  CHECK(t.problems.size() == 1);
}

TEST_CASE("A number outside its range is told with the range", "[input]") {
  GivenTable t("a = 12\nb = nan\n");
  CHECK(t.reader.integer("a", 0, 9) == 0);
  CHECK(t.reader.number_or("b", 1, 0, 9) == 1);
  REQUIRE(t.problems.size() == 2);
  CHECK(t.problems[0].message == "'a' is 12, expected 0 to 9");
}

TEST_CASE("An empty text is refused where one is required", "[input]") {
  GivenTable t("a = \"\"\n");
  t.reader.text("a");
  REQUIRE(t.problems.size() == 1);
  CHECK(t.problems[0].message == "'a' is empty, expected a text");
}

TEST_CASE("A text for each language must exist in each", "[input]") {
  GivenTable t("x = 1\nname.sv = \"å\"\nall = \"same\"\nwrong = { sv = 1, en = \"b\" }\n");
  CHECK(t.reader.local("name", kBoth).in("sv") == "å");
  CHECK(t.reader.local("all", kBoth).in("en") == "same");
  t.reader.local("wrong", kBoth);
  const Problem missing = problem_with(t.problems, "'name' has no text");
  CHECK(missing.message == "'name' has no text in language 'en'");
  CHECK(missing.hint.find("name.en") != std::string::npos);
  CHECK(missing.place.line == 2);
  CHECK(problem_with(t.problems, "'wrong.sv'").place.line == 4);
}

TEST_CASE("Texts are normalised to one form", "[input]") {
  GivenTable t("a = \"A\u030Alvkulla\"\nb = [\"o\u0308\"]\n");
  CHECK(t.reader.text("a") == "Ålvkulla");
  CHECK(t.reader.texts("b") == std::vector<std::string>{"ö"});
}

TEST_CASE("Tables in a list are called by their number", "[input]") {
  GivenTable t("[[s]]\nid = \"a\"\n[[s]]\nid = 7\n[[s]]\nidd = \"c\"\n");
  for (TableReader& table : t.reader.tables("s")) {
    table.text("id");
    table.finish();
  }
  CHECK(problem_with(t.problems, "'s[2].id'").place.line == 4);
  CHECK(problem_with(t.problems, "'s[3].id' is missing").place.line == 5);
  CHECK(problem_with(t.problems, "unknown key 's[3].idd'").hint == "did you mean 'id'?");
  t.reader.finish();
  CHECK(t.problems.size() == 3);
}

TEST_CASE("A list that holds something else is told at the item", "[input]") {
  GivenTable t("a = [\"x\", 2]\nb = [1]\n");
  CHECK(t.reader.texts("a") == std::vector<std::string>{"x"});
  CHECK(t.reader.tables("b").empty());
  REQUIRE(t.problems.size() == 2);
  CHECK(t.problems[0].place == Place{"a.toml", 1, 11});
  CHECK(t.problems[1].message == "'b[1]' is a whole number, expected a table");
}

TEST_CASE("A table that is missing is one problem with a place, not one for each of its keys", "[input]") {
  GivenTable t("x = 1\n");
  TableReader missing = t.reader.table("files");
  missing.text("model");
  missing.text("answers");
  CHECK(count_problems(t.problems, "'files' is missing") == 1);
  for (const Problem& problem : t.problems) CHECK(problem.place.file == "a.toml");
}

TEST_CASE("Asking for all keys gives them in the order of the file", "[input]") {
  GivenTable t("b = 1\na = 2\n");
  CHECK(t.reader.keys() == std::vector<std::string>{"b", "a"});
  t.reader.finish();
  CHECK(t.problems.empty());
}
