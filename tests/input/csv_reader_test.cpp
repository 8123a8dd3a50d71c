#include "input/csv_reader.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "input/reading.h"
#include "support/sample.h"

using namespace mognad;
using Row = std::vector<std::string>;

namespace {

struct Read {
  std::vector<Row> rows;
  std::vector<int> lines;
  char separator = 0;
  Problems problems;
};

Read read(std::string_view text) {
  Read result;
  CsvReader reader(std::string(text), "a.csv", result.problems);
  while (reader.next()) {
    result.rows.emplace_back(reader.fields().begin(), reader.fields().end());
    result.lines.push_back(reader.line());
  }
  result.separator = reader.separator();
  return result;
}

/// The place of a field of the last record.
Place place_of(std::string_view text, std::size_t field) {
  Problems problems;
  CsvReader reader(std::string(text), "a.csv", problems);
  Place place;
  while (reader.next()) place = reader.place(field);
  return place;
}

const std::vector<Row> kTwoByTwo{{"a", "b"}, {"1", "2"}};

}  // namespace

TEST_CASE("Comma, semicolon and tab are found as separators from the first line", "[input]") {
  CHECK(read("a,b\n1,2\n").rows == kTwoByTwo);
  CHECK(read("a;b\n1;2\n").rows == kTwoByTwo);
  CHECK(read("a\tb\n1\t2\n").rows == kTwoByTwo);
  CHECK(read("a;b\n1,5;2\n").rows == std::vector<Row>{{"a", "b"}, {"1,5", "2"}});
  CHECK(read("a\n1\n").separator == ',');
}

TEST_CASE("A separator inside the quotes of the head is not counted", "[input]") {
  CHECK(read("\"a, b, c\";d\n1;2\n").rows == std::vector<Row>{{"a, b, c", "d"}, {"1", "2"}});
}

TEST_CASE("A byte order mark belongs to no field and takes no column", "[input]") {
  CHECK(read("\xEF\xBB\xBF"
             "a,b\n1,2")
            .rows == kTwoByTwo);
  CHECK(place_of("\xEF\xBB\xBF"
                 "a,b",
                 1) == Place{"a.csv", 1, 3});
}

TEST_CASE("Lines end with LF, CRLF or CR, and the last may have no end", "[input]") {
  for (const char* text : {"a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b\n1,2", "a,b\r\n1,2", "a,b\r1,2"}) {
    const Read result = read(text);
    CHECK(result.rows == kTwoByTwo);
    CHECK(result.lines == std::vector<int>{1, 2});
    CHECK(result.problems.empty());
  }
}

TEST_CASE("Empty lines are no records but are counted as lines", "[input]") {
  const Read result = read("\n\na,b\r\n\r\n1,2\n\n");
  CHECK(result.rows == kTwoByTwo);
  CHECK(result.lines == std::vector<int>{3, 5});
}

TEST_CASE("A text of nothing or of empty lines has no records", "[input]") {
  CHECK(read("").rows.empty());
  CHECK(read("\n\r\n").rows.empty());
  CHECK(read("\xEF\xBB\xBF").rows.empty());
}

TEST_CASE("Fields may be empty, at the end of a record too", "[input]") {
  CHECK(read("a,b,c\n,,\n").rows.back() == Row{"", "", ""});
  CHECK(read("a,b,c\n,,").rows.back() == Row{"", "", ""});
  CHECK(read("a,b\n\"\",\"\"").rows.back() == Row{"", ""});
}

TEST_CASE("A quoted field may hold separators, line breaks and doubled quotes", "[input]") {
  const Read result = read("a,b\n\"x,y\",\"one\ntwo\"\n\"say \"\"hej\"\"\",\"\"\"\"\n3,4\n");
  CHECK(result.rows == std::vector<Row>{{"a", "b"}, {"x,y", "one\ntwo"}, {"say \"hej\"", "\""}, {"3", "4"}});
  CHECK(result.lines == std::vector<int>{1, 2, 4, 5});
  CHECK(result.problems.empty());
}

TEST_CASE("Each kind of line break inside quotes is counted as one line", "[input]") {
  for (const char* text : {"a,b\n\"x\ny\",1\n3,4\n", "a,b\r\n\"x\r\ny\",1\r\n3,4\r\n", "a,b\r\"x\ry\",1\r3,4\r"})
    CHECK(read(text).lines == std::vector<int>{1, 2, 4});
}

TEST_CASE("A place counts characters, not bytes", "[input]") {
  CHECK(place_of("a,b\nå,ö\n", 1) == Place{"a.csv", 2, 3});
  CHECK(place_of("a,b\n\"åäö\",ö\n", 1) == Place{"a.csv", 2, 7});
  CHECK(place_of("a,b\n€𝒳,ö\n", 1) == Place{"a.csv", 2, 4});
}

TEST_CASE("A place behind a line break in quotes lies on the later line", "[input]") {
  CHECK(place_of("a,b\n\"x\nåy\",2\n", 1) == Place{"a.csv", 3, 5});
}

TEST_CASE("The place past the last field is the end of the record", "[input]") {
  CHECK(place_of("a,b\n1,23\n", 2) == Place{"a.csv", 2, 5});
  CHECK(place_of("a,b\n1,\"23\"\n", 2) == Place{"a.csv", 2, 7});
}

TEST_CASE("A quoted field that is never closed is told at its opening quote", "[input]") {
  const Read result = read("a,b\n1,\"x\n2,y\n");
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].place == Place{"a.csv", 2, 3});
  CHECK(result.problems[0].message == "a quoted field is not closed");
  CHECK_FALSE(result.problems[0].hint.empty());
}

TEST_CASE("A quote that opens as the last character is not closed", "[input]") {
  CHECK(read("a,b\n1,\"").problems.size() == 1);
  CHECK(read("a,b\n1,\"x\"\"").problems.size() == 1);
}

TEST_CASE("Text after a closing quote is told at its field, and reading goes on", "[input]") {
  const Read result = read("a,b\n\"å\"x,2\n3,4\n");
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].place == Place{"a.csv", 2, 1});
  CHECK(result.problems[0].message == "text follows the closing quote of a field");
  CHECK(result.rows.back() == Row{"3", "4"});
}

TEST_CASE("A byte that is not UTF-8 is told with its line and column", "[input]") {
  const Read result = read("a,b\nå,Malm\xF6\n");
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].place == Place{"a.csv", 2, 7});
  CHECK(result.problems[0].message == "byte 0xF6 is not UTF-8");
  CHECK(result.problems[0].hint.find("UTF-8") != std::string::npos);
  CHECK(result.rows.empty());
}

TEST_CASE("The line of a wrong byte is right with every kind of line end", "[input]") {
  CHECK(read("a,b\r\n1,2\r\n\xF6,2").problems.at(0).place == Place{"a.csv", 3, 1});
  CHECK(read("a,b\r1,2\r\xF6,2").problems.at(0).place == Place{"a.csv", 3, 1});
}

TEST_CASE("Overlong, surrogate, too high, lone and cut sequences are not UTF-8", "[input]") {
  for (const char* bytes :
       {"\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\x80", "\xC3", "\xE2\x82", "\xF0\x9D\x92", "\xFF\xFE"})
    CHECK(read(std::string("a,b\n") + bytes).problems.size() == 1);
}

TEST_CASE("The lowest and highest character of each length are UTF-8", "[input]") {
  for (const char* bytes : {"\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBF",
                            "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
    CHECK(read(std::string("a,b\n") + bytes).problems.empty());
}

TEST_CASE("Two hundred random texts give the fields that Python's csv module gives", "[input]") {
  const auto cases = nlohmann::json::parse(test::source_file("tests/references/input/csv_oracle.json"));
  REQUIRE(cases.size() == 200);
  for (const auto& one : cases) {
    const std::string text = one["text"];
    INFO(nlohmann::json(text).dump());
    const Read result = read(text);
    CHECK(std::string(1, result.separator) == one["separator"]);
    CHECK(result.rows == one["rows"].get<std::vector<Row>>());
    CHECK(result.problems.empty());
  }
}
