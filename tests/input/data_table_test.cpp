#include "input/data_table.h"

#include <catch2/catch.hpp>

#include "input/csv_table.h"
#include "input/reading.h"

using namespace mognad;
using namespace mognad::test;

namespace {

int rows_of(DataTable& table) {
  int rows = 0;
  while (table.next()) ++rows;
  table.done();
  return rows;
}

}  // namespace

TEST_CASE("Columns are found by name, whatever their order and the blanks around them", "[input]") {
  Problems problems;
  DataTable table = csv_table(" year ,code\n2025,9001\n", "a.csv", problems);
  REQUIRE(table.require("code"));
  REQUIRE(table.next());
  CHECK(table.field(*table.require("code")) == "9001");
  CHECK(table.field(*table.find("year")) == "2025");
  CHECK_FALSE(table.find("unit"));
  CHECK(problems.empty());
}

TEST_CASE("A decomposed name in the head is the same name", "[input]") {
  Problems problems;
  DataTable table = csv_table("la\u0308n,code\nx,1\n", "a.csv", problems);
  CHECK(table.find("län") == std::optional<std::size_t>(0));
}

TEST_CASE("A missing column is told with the nearest name in the head", "[input]") {
  Problems problems;
  DataTable table = csv_table("organisation,respondant\n", "a.csv", problems);
  CHECK_FALSE(table.require("respondent"));
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].place == Place{"a.csv", 1, 1});
  CHECK(problems[0].message == "column 'respondent' is missing");
  CHECK(problems[0].hint == "is it the column 'respondant'?");
}

TEST_CASE("A missing column that resembles none tells how many columns were read and by what they were separated",
          "[input]") {
  Problems problems;
  DataTable table = csv_table("a\tb\n", "a.csv", problems);
  CHECK_FALSE(table.require("statement"));
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].hint == "the head has 2 columns; the file was read as CSV with tabs, UTF-8");
}

TEST_CASE("A column that stands twice in the head is told at the second", "[input]") {
  Problems problems;
  DataTable table = csv_table("code,år,code\n", "a.csv", problems);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].place == Place{"a.csv", 1, 9});
  CHECK(problems[0].message.find("'code'") != std::string::npos);
}

TEST_CASE("An empty file is told as empty, also after an error in another file", "[input]") {
  Problems problems;
  DataTable first = csv_table("", "a.csv", problems);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message.find("empty") != std::string::npos);
  DataTable second = csv_table("\n", "b.csv", problems);
  CHECK(problems.size() == 2);
}

TEST_CASE("Rows shorter or longer than the head are told and skipped", "[input]") {
  Problems problems;
  DataTable table = csv_table("a,b\n1\n1,2\n1,2,3\n", "a.csv", problems);
  CHECK(rows_of(table) == 1);
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].place == Place{"a.csv", 2, 2});
  CHECK(problems[0].message == "the row has 1 field, expected 2 as in the head");
  CHECK(problems[1].place == Place{"a.csv", 4, 5});
}

TEST_CASE("Past ten problems of a kind the rest is counted, kind by kind", "[input]") {
  Problems problems;
  std::string text = "a,b\n";
  for (int i = 0; i < 25; ++i) text += "1\n";
  text += "x,y\n";
  DataTable table = csv_table(text, "a.csv", problems);
  while (table.next()) table.error("other", 0, "another kind");
  table.done();
  CHECK(count_problems(problems, "the row has") == 10);
  CHECK(count_problems(problems, "another kind") == 1);
  const Problem rest = problem_with(problems, "more problems");
  CHECK(rest.message == "15 more problems of the kind \"fields\"");
  CHECK(rest.place.file == "a.csv");
  CHECK(problems.size() == 12);
}

TEST_CASE("Columns that there is no use for are told, and past ten counted", "[input]") {
  Problems problems;
  std::string head = "a";
  for (int i = 0; i < 25; ++i) head += ",x" + std::to_string(i);
  DataTable table = csv_table(head + "\n", "a.csv", problems);
  REQUIRE(table.require("a"));
  table.refuse_other_columns();
  rows_of(table);
  CHECK(count_problems(problems, "there is no use for a column 'x") == 10);
  CHECK(to_text(problems.back()) == "a.csv: error: 15 more problems of the kind \"columns without a use\"");
}

TEST_CASE("Exactly ten problems of a kind are all told and nothing is counted", "[input]") {
  Problems problems;
  std::string text = "a,b\n";
  for (int i = 0; i < 10; ++i) text += "1\n";
  DataTable table = csv_table(text, "a.csv", problems);
  rows_of(table);
  CHECK(problems.size() == 10);
}

TEST_CASE("Where rows are expected a head alone is warned of, unless an error says more", "[input]") {
  const auto told = [](const char* text) {
    Problems problems;
    DataTable table = csv_table(text, "a.csv", problems);
    rows_of(table);
    table.expect_rows();
    return all_text(problems);
  };
  CHECK(told("a,b\n\n").find("a.csv:1:1: warning: the file has a head and no rows") != std::string::npos);
  for (const char* text : {"a,b\n\"1,2\n", "a,b\n1\n", "", "a,b\n1,2\n"})
    CHECK(told(text).find("no rows") == std::string::npos);
}

TEST_CASE("Only neighbours that may be a whole part and decimals hint at a decimal comma", "[input]") {
  const auto hint = [](const char* text) {
    Problems problems;
    DataTable table = csv_table(text, "a.csv", problems);
    rows_of(table);
    return problems.at(0).hint;
  };
  const std::string decimal = "a decimal comma needs quotes, or semicolons between fields";
  CHECK(hint("a,b\nx,1,5\n") == decimal);
  CHECK(hint("a,b\n-1,5,2,25\n") == decimal);
  CHECK(hint("a,b\nx,9001,2025\n").empty());
  CHECK(hint("a,b\nx,y,5\n").empty());
  CHECK(hint("a,b\n1,5,x,y\n").empty());
  CHECK(hint("a;b\n1;5;x\n").empty());
  CHECK(hint("a,b\n1\n").empty());
}
