#include "input/json_reader.h"

#include <catch2/catch.hpp>

#include "input/read_rows.h"
#include "statistics/random.h"

using namespace mognad;
using namespace mognad::test;
using Rows = std::vector<std::vector<std::string>>;

namespace {

ReadRows read(std::string text, const InputLimits& limits = {}) {
  return read_rows(open_json, std::move(text), {.path = "a.json", .role = "answers"}, limits);
}

ReadRows read_part(std::string text, const std::string& part) {
  return read_rows(open_json, std::move(text), {.path = "a.json", .part = part, .role = "answers"});
}

const Rows kTwoByTwo{{"a", "b"}, {"1", "2"}};
const std::string kStatistics =
    "{\n\"survey\": \"x\",\n\"year\": 2025,\n\"columns\": [\"a\", \"b\"],\n\"values\": "
    "[\n[\"x\",1.50],\n[null,\"y\"]\n]\n}\n";

/// "a.json:1:2: error: …" of a list of one object with one value.
std::string said_of(const std::string& value) { return read("[{\"a\":" + value + "}]").said(); }

}  // namespace

TEST_CASE("Objects, lists, columns and values, and a member are four shapes of one table", "[input]") {
  const auto shape = [](std::string text, const char* format) {
    const ReadRows got = read(std::move(text));
    INFO(got.said());
    CHECK(got.rows == kTwoByTwo);
    CHECK(got.format == format);
    CHECK(got.problems.empty());
  };
  shape(R"([{"a":1,"b":"2"}])", "JSON, a list of objects");
  shape(R"([["a","b"],[1,"2"]])", "JSON, a list of lists");
  shape(R"({"year":2025,"columns":["a","b"],"values":[[1,"2"]]})", "JSON, columns and values");
  shape(R"({"values":[[1,2]],"columns":["a","b"]})", "JSON, columns and values");
  shape(R"({"answers":[{"a":1,"b":2}],"organisations":[]})", "JSON, the list of objects 'answers'");
  shape(R"({"rows":[["a","b"],["1","2"]],"n":1})", "JSON, the list of lists 'rows'");
  shape(R"({"":[["a","b"],["1","2"]],"n":1})", "JSON, the list of lists ''");
}

TEST_CASE("What `mognad statistics --format json` writes is read again", "[input]") {
  const ReadRows got = read(kStatistics);
  CHECK(got.rows == Rows{{"a", "b"}, {"x", "1.50"}, {"", "y"}});
  CHECK(got.places[0][1] == Place{"a.json", 4, 18});
  CHECK(got.places[1][1] == Place{"a.json", 6, 6});
  CHECK(got.problems.empty());
}

TEST_CASE("A value is the text that was written, whatever number it is", "[input]") {
  const ReadRows got = read(
      R"([["a"],[-0],[1.0],[1e2],[99999999999999999999],[1E-400],[0.10],[true],[false],[null],["å\n\u00e5\ud83d\ude00"]])");
  CHECK(got.rows == Rows{{"a"},
                         {"-0"},
                         {"1.0"},
                         {"1e2"},
                         {"99999999999999999999"},
                         {"1E-400"},
                         {"0.10"},
                         {"true"},
                         {"false"},
                         {""},
                         {"å\nå😀"}});
  CHECK(got.problems.empty());
}

TEST_CASE("The first object gives the head, and later ones may leave members out or turn them around", "[input]") {
  const ReadRows got = read(R"([{"a":1,"b":2}, {"b":4,"a":3}, {"b":5}, {}])");
  CHECK(got.rows == Rows{{"a", "b"}, {"1", "2"}, {"3", "4"}, {"", "5"}, {"", ""}});
  CHECK(got.problems.empty());
}

TEST_CASE("A member that the first object has not is told with the nearest", "[input]") {
  const ReadRows got = read("[{\"organisation\":1},\n {\"organisatoin\":2}]");
  CHECK(got.said() ==
        "a.json:2:3: error: the first object has no member 'organisatoin'\n    did you mean 'organisation'?");
  CHECK(got.rows.back() == std::vector<std::string>{""});
}

TEST_CASE("A member that stands twice is an error, in another normal form too", "[input]") {
  CHECK(read(R"([{"a":1,"a":2}])").said() == "a.json:1:9: error: the member 'a' stands twice in the object");
  CHECK(read("[{\"å\":1,\"a\u030A\":2}]").problems.size() == 1);
  CHECK(read(R"({"a":[],"a":[]})").said() == "a.json:1:9: error: the member 'a' stands twice in the object");
}

TEST_CASE("A place is that of the value, in characters, behind line breaks of any kind", "[input]") {
  const ReadRows got = read("\xEF\xBB\xBF[{\"å€\": \"😀\", \"b\":\r\n  2},\r{\"å€\":[3],\n\"b\":4}]");
  REQUIRE(got.places.size() == 3);
  CHECK(got.places[0][0] == Place{"a.json", 1, 3});
  CHECK(got.places[1][0] == Place{"a.json", 1, 9});
  CHECK(got.places[1][1] == Place{"a.json", 2, 3});
  CHECK(got.places[2][1] == Place{"a.json", 4, 5});
  CHECK(got.places[2][2] == Place{"a.json", 4, 6});
  CHECK(got.problems.at(0).place == Place{"a.json", 3, 7});
}

TEST_CASE("The list is that of the part, of the role, or the only one", "[input]") {
  const std::string two = R"({"answers":[["a"]],"units":[["u"]]})";
  CHECK(read(two).rows == Rows{{"a"}});
  CHECK(read_part(two, "units").rows == Rows{{"u"}});
  CHECK(read_part(two, "unit").said() ==
        "a.json:1:1: error: there is no list 'unit' in the file\n    did you mean 'units'?");
  CHECK(read_part("[[]]", "x").said() ==
        "a.json:1:1: error: there is no list 'x' in the file\n    the file is one list and has no parts");
  CHECK(read(R"({"x":[["a"]],"units":[["u"]]})").said() ==
        "a.json:1:1: error: the file holds several lists: 'x', 'units'\n    name one in survey.toml: \"a.json#x\"");
  CHECK(read(R"({"x":1})").said() ==
        "a.json:1:1: error: the object holds no list of rows\n    expected a list of objects, a list of lists, or an "
        "object with 'columns' and 'values'");
}

TEST_CASE("A list or an object as a value is an error and an empty field", "[input]") {
  const std::string hint = "\n    expected a text in quotes, a number, true, false or null";
  CHECK(said_of("[1]") == "a.json:1:7: error: the value is a list" + hint);
  CHECK(said_of("{\"x\":{}}") == "a.json:1:7: error: the value is an object" + hint);
  CHECK(read(R"([["a","b"],[[1],2]])").rows.back() == std::vector<std::string>{"", "2"});
}

TEST_CASE("What is no value of JSON is quoted", "[input]") {
  for (const char* word : {"NaN", "Infinity", "-Infinity", "nul", "True", "01", "1.", ".5", "+1", "'x'", "0x1F"}) {
    INFO(word);
    CHECK(said_of(word) ==
          std::string("a.json:1:7: error: '") + word +
              "' is not a value of JSON\n    expected a text in quotes, a number, true, false or null");
  }
  CHECK(said_of("1e400") == "a.json:1:7: error: the number '1e400' is too large\n    expected at most 1.8e308");
}

TEST_CASE("What breaks the grammar has its place", "[input]") {
  const auto place = [](const std::string& text) { return to_text(read(text).problems.at(0)); };
  CHECK(place(R"([{"a" 1}])") == "a.json:1:7: error: this is not JSON: unexpected number literal; expected ':'");
  CHECK(place(R"([{"a",1}])") == "a.json:1:6: error: this is not JSON: unexpected ','; expected ':'");
  CHECK(place(R"([{"a":1,}])") == "a.json:1:9: error: this is not JSON: unexpected '}'; expected string literal");
  CHECK(place(R"([{"a":1},])") == "a.json:1:10: error: ']' stands where an object was expected");
  CHECK(place(R"([{"a":1} {"a":2}])") == "a.json:1:10: error: '{' stands where ',' or ']' was expected");
  CHECK(place(R"([{"a":1},[2]])") == "a.json:1:10: error: '[' stands where an object was expected");
  CHECK(place(R"([{"a":1}]])") == "a.json:1:10: error: ']' stands where the end of the file was expected");
  CHECK(place(R"({"x":[]} 1)") == "a.json:1:10: error: '1' stands where the end of the file was expected");
  CHECK(place(R"([{"a":1]})") == "a.json:1:8: error: ']' stands where '}' was expected");
  CHECK(place(R"([1])") == "a.json:1:2: error: '1' stands where an object or a list was expected");
  CHECK(place(R"([{}])") == "a.json:1:2: error: the head is empty, expected the names of the columns");
  CHECK(place(R"([{"a":"\x"}])").find("a.json:1:9: error: this is not JSON: invalid string") == 0);
  CHECK(place(R"([{"a":"\ud800"}])").find("a.json:1:14: error: this is not JSON: invalid string: surrogate") == 0);
  CHECK(
      place("[{\"a\":\"x\n\"}]") ==
      "a.json:1:9: error: the character U+000A stands in a text\n    a quote may be missing; a line break in a text is "
      "written \\n");
  CHECK(place("[{\"a\":\"å\xF6\"}]") == "a.json:1:9: error: byte 0xF6 is not UTF-8\n    save the file as UTF-8");
  CHECK(place(R"([{"a":"x\u0000"}])") ==
        "a.json:1:7: error: the character U+0000 stands in a text\n    take it away: no text has one");
}

TEST_CASE("JSON in UTF-16 is refused by name", "[input]") {
  for (const std::string& text : {std::string("[\0]\0", 4), std::string("\0[\0]", 4), std::string("\xFF\xFE[\0]\0", 6),
                                  std::string("\xFE\xFF\0[\0]", 6)})
    CHECK(read(text).said() ==
          "a.json:1:1: error: the file is JSON in UTF-16, expected UTF-8\n    save the file as UTF-8");
}

TEST_CASE("Each limit of JSON is kept, and said with the setting that raises it", "[input]") {
  const auto said = [](const InputLimits& limits, const std::string& text) { return read(text, limits).said(); };
  const auto hint = [](const std::string& name) {
    return "\n    raise '" + name + "' under [limits] in survey.toml if it is right";
  };
  CHECK(said({.cell_bytes = 3}, R"([["a"],["1234"]])") ==
        "a.json:1:9: error: the cell has more than 3 bytes" + hint("cell_bytes"));
  CHECK(said({.row_bytes = 5}, R"([["a"],["12"]])") ==
        "a.json:1:13: error: the row has more than 5 bytes" + hint("row_bytes"));
  CHECK(said({.columns = 1}, R"([["a","b"]])") ==
        "a.json:1:2: error: the row has more than 1 columns" + hint("columns"));
  CHECK(said({.rows = 1}, R"([["a"],[1],[2]])") == "a.json:1:12: error: the table has more than 1 rows" + hint("rows"));
  CHECK(said({.rows = 1}, R"([{"a":1},{"a":2}])") ==
        "a.json:1:10: error: the table has more than 1 rows" + hint("rows"));
  CHECK(said({.json_depth = 3}, R"([["a"],[[[1]]]])") ==
        "a.json:1:10: error: lists and objects have more than 3 levels" + hint("json_depth"));
  CHECK(said({.json_depth = 3}, std::string(R"({"a":)") + std::string(100'000, '[')).find("have more than 3 levels") !=
        std::string::npos);
}

TEST_CASE("Problems of one kind are counted past the first ten", "[input]") {
  std::string text = R"([{"a":1})";
  for (int i = 0; i < 25; ++i) text += R"(,{"a":[]})";
  const ReadRows got = read(text + "]");
  REQUIRE(got.problems.size() == 11);
  CHECK(to_text(got.problems[10]) == "a.json: error: 15 more problems of the kind \"list or object as a value\"");
}

TEST_CASE("A file of JSON that is cut anywhere is refused", "[input]") {
  for (const std::string& whole : {std::string(R"([{"å":1,"b":"x\n"}, {"b":-1.5e3}])"),
                                   std::string(R"({"n":{"x":[1]},"columns":["a"],"values":[["x"],[true]]})"),
                                   std::string(R"({"answers":[{"a":null}],"units":[]})")})
    for (std::size_t length = 1; length < whole.size(); ++length) {
      INFO(whole.substr(0, length));
      const ReadRows got = read(whole.substr(0, length));
      if (got.problems.size() != 1) FAIL_CHECK(got.said());
    }
}

TEST_CASE("A file of JSON that is damaged anywhere is read or refused with a place", "[input]") {
  Random random(20251127, "json");
  int refused = 0;
  for (int i = 0; i < 4000; ++i) {
    std::string text = i % 2 ? kStatistics : R"([{"å":1,"b":"x\n"}, {"b":-1.5e3,"å":null},{}])";
    for (int k = random.between(1, 3); k > 0; --k)
      text[static_cast<std::size_t>(random.between(0, static_cast<int>(text.size()) - 1))] =
          "[]{}\",:\\0-x \n\xC3"[random.between(0, 13)];
    const ReadRows got = read(text);
    refused += has_errors(got.problems);
    for (const Problem& problem : got.problems)
      if (problem.place.line < 1 || problem.place.column < 1) FAIL_CHECK(text + "\n" + got.said());
  }
  CHECK(refused > 2000);
}

TEST_CASE("A long file of JSON is read across the edges of its blocks", "[input]") {
  std::string text = "[";
  for (int i = 0; i < 20'000; ++i) text += (i ? ",\n{\"å\":" : "{\"å\":") + std::to_string(i) + "}";
  const ReadRows got = read(text + "]");
  REQUIRE(got.rows.size() == 20'001);
  for (std::size_t i = 0; i < 20'000; ++i)
    if (got.rows[i + 1][0] != std::to_string(i) || got.places[i + 1][0] != Place{"a.json", int(i) + 1, i ? 6 : 7})
      FAIL_CHECK(i);
}
