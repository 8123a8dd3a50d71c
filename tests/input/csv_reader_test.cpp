#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "input/csv_table.h"
#include "input/reading.h"
#include "support/sample.h"

using namespace mognad;
using namespace mognad::test;
using Row = std::vector<std::string>;

namespace {

struct Read {
  std::vector<Row> rows;
  std::vector<int> lines;
  char separator = 0;
  std::string format;
  Problems problems;
};

Read read(std::string_view text, const InputLimits& limits = {}, std::size_t block_bytes = TextDecoder::kBlockBytes) {
  Read result;
  const auto reader = csv_rows(std::string(text), {.path = "a.csv"}, result.problems, limits, block_bytes);
  while (reader->next()) {
    result.rows.emplace_back(reader->fields().begin(), reader->fields().end());
    result.lines.push_back(reader->place(0).line);
  }
  result.separator = reader->separator();
  result.format = reader->format();
  return result;
}

/// The only problem of a text, as it is told.
std::string problem_of(std::string_view text, const InputLimits& limits = {}) {
  const Read result = read(text, limits);
  REQUIRE(result.problems.size() == 1);
  return to_text(result.problems[0]);
}

/// The place of a field of the last record.
Place place_of(std::string_view text, std::size_t field) {
  Problems problems;
  const auto reader = csv_rows(std::string(text), {.path = "a.csv"}, problems);
  Place place;
  while (reader->next()) place = reader->place(field);
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

TEST_CASE("Two hundred random texts give the fields that Python's csv module gives", "[input]") {
  const auto cases = nlohmann::json::parse(source_file("tests/references/input/csv_oracle.json"));
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

TEST_CASE("A line that names the separator is obeyed and is no row", "[input]") {
  const Read result = read("sep=;\r\na,b;c\r\n1,5;2\r\n");
  CHECK(result.rows == std::vector<Row>{{"a,b", "c"}, {"1,5", "2"}});
  CHECK(result.lines == std::vector<int>{2, 3});
  CHECK(read("sep=|\na|b\n1|2\n").rows == kTwoByTwo);
  CHECK(read("sep=|\na|b\n").format == "CSV with '|', UTF-8");
  CHECK(read("sep=;").rows.empty());
}

TEST_CASE("Rows, places and problems are the same whatever the size of the blocks", "[input]") {
  const std::string text =
      "sep=;\r\n\r\n\"å\"\"\r\n;x\";b\r\n\r\n€;𝒳\r\n\"a\"b;\"\"\n\rlong field "
      "here;\"\r\r\n\"\r\na\"b\"\"c;\u202E\n\x01;end";
  const Read whole = read(text);
  CHECK(whole.rows == std::vector<Row>{{"å\"\r\n;x", "b"},
                                       {"€", "𝒳"},
                                       {"a", ""},
                                       {"long field here", "\r\r\n"},
                                       {"a\"b\"\"c", "\u202E"},
                                       {"\x01", "end"}});
  CHECK(whole.lines == std::vector<int>{3, 6, 7, 9, 12, 13});
  CHECK(whole.problems.size() == 3);
  for (std::size_t block = 8; block <= text.size() + 2; ++block) {
    INFO(block);
    const Read parts = read(text, {}, block);
    CHECK(parts.rows == whole.rows);
    CHECK(parts.lines == whole.lines);
    CHECK_THAT(parts.problems, Catch::Matchers::UnorderedEquals(whole.problems));
  }
}

TEST_CASE("Every beginning of a file is read or refused, and gives no row that the file doesn't have", "[input]") {
  const std::string text = "a;b\r\n\"å\"\"\r\nx\";b\r\nö;𝒳\r\n";
  const std::vector<Row> rows = read(text).rows;
  REQUIRE(rows.size() == 3);
  for (std::size_t length = 0; length < text.size(); ++length) {
    INFO(length);
    const Read part = read(text.substr(0, length));
    REQUIRE(part.rows.size() <= rows.size());
    for (std::size_t i = 0; i + 1 < part.rows.size(); ++i) CHECK(part.rows[i] == rows[i]);
  }
}

TEST_CASE("What is as large as its limit is read, and one byte more ends the file", "[input]") {
  const auto hint = [](const char* key) {
    return fmt::format("\n    raise '{}' under [limits] in survey.toml if it is right", key);
  };
  CHECK(read("a,b\n1234,\"1234\"\n", {.cell_bytes = 4}).problems.empty());
  CHECK(problem_of("a,b\n\"1234\",12345\n3,4\n", {.cell_bytes = 4}) ==
        "a.csv:2:8: error: the field has more than 4 bytes" + hint("cell_bytes"));
  CHECK(read("a,b\n12,34\n", {.row_bytes = 5}).problems.empty());
  CHECK(problem_of("a,b\n12,345\n3,4\n", {.row_bytes = 5}) ==
        "a.csv:2:1: error: the row has more than 5 bytes" + hint("row_bytes"));
  CHECK(read("a,b\n", {.columns = 2}).problems.empty());
  CHECK(problem_of("a,b,c,d\n1,2,3,4\n", {.columns = 2}) ==
        "a.csv:1:5: error: the row has more than 2 columns" + hint("columns"));
  CHECK(read("a\n1\n2\n", {.rows = 2}).problems.empty());
  const Read rows = read("a\n1\n2\n3\n4\n", {.rows = 2});
  CHECK(to_text(rows.problems.at(0)) == "a.csv:4:1: error: the file has more than 2 rows" + hint("rows"));
  CHECK(rows.rows.size() == 3);
}

TEST_CASE("A quote that is never closed holds no more of a file than a field may", "[input]") {
  CHECK(problem_of("a,b\n1,\"" + std::string(100'000, 'x'), {.cell_bytes = 1000}) ==
        "a.csv:2:3: error: the field has more than 1000 bytes\n"
        "    close the quote at its start, or raise 'cell_bytes' under [limits] in survey.toml if it is right");
}

TEST_CASE("The file says what it was read as", "[input]") {
  CHECK(read("a,b").format == "CSV with commas, UTF-8");
  CHECK(read("a;b\n\xE5;1").format == "CSV with semicolons, Windows-1252");
  CHECK(read(std::string("\xFF\xFE"
                         "a\0\t\0b\0",
                         8))
            .format == "CSV with tabs, UTF-16");
}
