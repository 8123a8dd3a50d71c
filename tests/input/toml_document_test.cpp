#include "input/toml_document.h"

#include <catch2/catch.hpp>

#include "input/reading.h"

using namespace mognad;
using namespace mognad::test;

namespace {

TomlValue parsed(std::string_view text) {
  auto result = parse_toml(text, "a.toml");
  INFO(all_text(result.problems));
  REQUIRE(result);
  return *result;
}

Problem refused(std::string_view text) {
  const auto result = parse_toml(text, "a.toml");
  REQUIRE_FALSE(result);
  REQUIRE(result.problems.size() == 1);
  return result.problems.front();
}

}  // namespace

TEST_CASE("Every kind of value is read with its place", "[input]") {
  const TomlValue root = parsed("a = \"x\"\nb = 7\nc = 2.5\nd = true\n  e = 2026-02-12\nf = [1, 2]\n[g]\nh = 1\n");
  CHECK(root.find("a")->text == "x");
  CHECK(root.find("b")->integer == 7);
  CHECK(root.find("b")->real == 7.0);
  CHECK(root.find("c")->real == 2.5);
  CHECK(root.find("d")->flag);
  CHECK(root.find("e")->date == Date{2026, 2, 12});
  CHECK(root.find("f")->items.size() == 2);
  CHECK(root.find("g")->find("h")->integer == 1);
  CHECK(root.find("e")->place == Place{"a.toml", 5, 7});
  CHECK(root.find("f")->items[1].place == Place{"a.toml", 6, 9});
  CHECK(root.find("g")->place.line == 7);
  CHECK(root.find("z") == nullptr);
}

TEST_CASE("Columns of a TOML file count characters", "[input]") {
  const TomlValue root = parsed("a = { b = \"åäö\", c = 1 }\n");
  CHECK(root.find("a")->find("c")->place == Place{"a.toml", 1, 22});
}

TEST_CASE("Keys keep the order of the file", "[input]") {
  const TomlValue root = parsed("b = 1\na = 2\n[d]\n[c]\n");
  std::string order;
  for (const auto& [key, value] : root.members) order += key;
  CHECK(order == "badc");
}

TEST_CASE("Lists of tables keep their order and each its place", "[input]") {
  const TomlValue root = parsed("[[s]]\nid = 1\n[[s]]\nid = 2\n[[s.t]]\nx = 1\n[[s]]\nid = 3\n");
  const TomlValue* list = root.find("s");
  REQUIRE(list);
  REQUIRE(list->kind == TomlValue::Kind::array);
  REQUIRE(list->items.size() == 3);
  CHECK(list->items[1].place.line == 3);
  CHECK(list->items[2].find("id")->integer == 3);
  CHECK(list->items[1].find("t")->items.size() == 1);
}

TEST_CASE("A table that is made by a dotted key has a place", "[input]") {
  const TomlValue root = parsed("x = 1\ntitle.sv = \"a\"\n[a.b]\nc = 1\n");
  CHECK(root.find("title")->place.line == 2);
  CHECK(root.find("a")->place.line == 3);
}

TEST_CASE("Strings and comments may hold letters of every kind", "[input]") {
  const TomlValue root = parsed(
      "# ö: ett omslag\na = \"å\" # ä \"ö\n\"ö\" = 1\n'ä' = 2\nb = '''\nö ''\n'''\nc = \"\"\"å \"\" \\\"\"\" "
      "ö\"\"\"\nd = \"\\\"ö\"\ne = 'C:\\'\n");
  CHECK(root.find("a")->text == "å");
  CHECK(root.find("ö")->integer == 1);
  CHECK(root.find("ä")->integer == 2);
  CHECK(root.find("b")->text == "ö ''\n");
  CHECK(root.find("d")->text == "\"ö");
  CHECK(root.find("e")->text == "C:\\");
}

TEST_CASE("A bare key with å, ä or ö is refused where the letter stands", "[input]") {
  const Problem key = refused("a = \"å\"\nnamn_på = 1\n");
  CHECK(key.place == Place{"a.toml", 2, 7});
  CHECK(key.message.find("without quotes") != std::string::npos);
  CHECK(key.hint.find("in quotes") != std::string::npos);
  CHECK(refused("[ö]\n").place == Place{"a.toml", 1, 2});
  CHECK(refused("[[ä]]\n").place == Place{"a.toml", 1, 3});
  CHECK(refused("a = { é = 1 }\n").place == Place{"a.toml", 1, 7});
}

TEST_CASE("A letter after an unclosed quote on an earlier line is still found", "[input]") {
  const auto result = parse_toml("a = \"x\nö = 1\n", "a.toml");
  REQUIRE(result.problems.size() == 2);
  CHECK(result.problems[0].place == Place{"a.toml", 1, 5});
  CHECK(result.problems[0].message == "this text is not closed");
  CHECK(result.problems[1].place == Place{"a.toml", 2, 1});
}

TEST_CASE("What is not TOML is refused with its line", "[input]") {
  const Problem twice = refused("a = 1\nb = 2\na = 3\n");
  CHECK(twice.place.file == "a.toml");
  CHECK(twice.place.line == 3);
  CHECK(twice.message.find("not TOML") != std::string::npos);
  CHECK(refused("a = \n").place.line == 1);
  CHECK(refused("a = 2026-02-30\n").place.line == 1);
  CHECK(refused("[a\n").place.line == 1);
}

TEST_CASE("A TOML file in another encoding is refused with its line", "[input]") {
  CHECK(refused("a = 1\nb = \"Malm\xF6\"\n").place.line == 2);
}

TEST_CASE("Tables and lists may lie as deep as the limit says, however they are made", "[input]") {
  const auto levels = [](const std::string& text, std::int64_t most) { return bool(parse_toml(text, "a.toml", most)); };
  for (const char* text : {"a = [[[1.5, 2.5], [1]], []]", "a.b.c.d = 1.5", "[a.b.c]\nd = 1.5", "[[a.b.c]]\n\"d\" = '.'",
                           "a.b = { c = { d = 1.5 } }", "[a]\nb.c = [1.5]", "a = { b.c.d = 1.5, e = [[1]] }",
                           "a = [{ b = { c = 1 } }]\n[b.'c'.\"d\"]"}) {
    INFO(text);
    CHECK(levels(text, 3));
    CHECK_FALSE(levels(text, 2));
  }
  CHECK(levels("a = [[1]]\nb = [[1]]\n[c]\nd = [1]\n[e.f]\n", 2));
}

TEST_CASE("The deepest that a limit may allow is read", "[input]") {
  const std::string opened(199, '['), closed(199, ']');
  CHECK(parse_toml("a = " + opened + closed + "\n", "a.toml", 200));
  std::string dots = "a";
  for (int i = 0; i < 199; ++i) dots += ".a";
  CHECK(parse_toml(dots + " = 1\n", "a.toml", 200));
  CHECK(parse_toml("[" + dots + "]\n", "a.toml", 200));
}

TEST_CASE("Quotes before the three that close a text belong to it", "[input]") {
  const TomlValue root = parsed("a = \"\"\"x\"\"\"\"\"\nb = '''y''''\nc = \"\"\nd = 1\n");
  CHECK(root.find("a")->text == "x\"\"");
  CHECK(root.find("b")->text == "y'");
  CHECK(root.find("d")->integer == 1);
}

TEST_CASE("A byte order mark and CRLF are read", "[input]") {
  const TomlValue root = parsed(
      "\xEF\xBB\xBF"
      "a = 1\r\nb = \"å\"\r\n");
  CHECK(root.find("b")->text == "å");
  CHECK(root.find("b")->place == Place{"a.toml", 2, 5});
}

TEST_CASE("A text that begins in the middle of a word is refused before letters in it do harm", "[input]") {
  for (const char* text : {"a = 0\"Σ\"\n", "a = 0.\"Σ\"\n", "a = true'Σ'\n", "a\"Σ\" = 1\n", "a = \"x\"\"Σ\"\n"}) {
    const auto parsed = parse_toml(text, "a.toml");
    INFO(text);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.problems.front().message == "a text begins in the middle of a word");
  }
  for (const char* text : {"a = 00[\"Σ\"]\n", "a = 1{\"Σ\"=1}\n", "a = true[1]\n"}) {
    const auto parsed = parse_toml(text, "a.toml");
    INFO(text);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.problems.front().message.find(" begins in the middle of a word") != std::string::npos);
  }
  for (const char* text : {"\"Σ\" = 1\n", "a.\"Σ\" = 1\n", "['Σ']\n", "[a.\"Σ\"]\n", "a = [\"Σ\",'Σ']\n",
                           "a = {\"Σ\"=\"Σ\"}\n", "a =\"Σ\"\n", "a = \"\"\"Σ\"\"\"\n", "[[ \"Σ\" ]]\n"}) {
    INFO(text);
    CHECK(parse_toml(text, "a.toml"));
  }
}

TEST_CASE("A text goes on behind a backslash at a line end, with a letter of any kind", "[input]") {
  const auto parsed = parse_toml("a = \"\"\"ett \\\n  Ång\\  \r\n\n\tström\\\n😀 \\\n\"\"\"\n[b]\nc = 1\n", "a.toml");
  INFO(all_text(parsed.problems));
  REQUIRE(parsed);
  CHECK(parsed->find("a")->text == "ett Ångström😀 ");
  CHECK(parsed->find("b")->find("c")->place.line == 8);
  for (const char* text : {"a = \"\\å\"\n", "a = \"\"\"x \\å\"\"\"\n", "a = \"\"\"\nx \\ \uFE7F = \"\"\"\"\n"}) {
    INFO(text);
    const auto refused = parse_toml(text, "a.toml");
    REQUIRE_FALSE(refused);
    CHECK(refused.problems.front().message == "a backslash stands before a letter that has no such escape");
  }
}
