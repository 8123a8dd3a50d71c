#include "language/header_text.h"

#include <catch2/catch.hpp>

#include "base/code_point.h"
#include "language/header_length.h"
#include "support/property.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// What is said of a text; empty: it is let through.
std::string said(std::string_view text, HeaderUse use = HeaderUse::name) {
  const auto gate = HeaderText::of(text, use, {"f.csv", 2, 3}, "name");
  if (gate) return gate->text() == text ? "" : "changed";
  REQUIRE(gate.problems.size() == 1);
  CHECK(gate.problems[0].place == Place{"f.csv", 2, 3});
  CHECK_FALSE(gate.problems[0].hint.empty());
  return gate.problems[0].message;
}

constexpr HeaderUse kUses[] = {HeaderUse::name, HeaderUse::subject, HeaderUse::file_name};

/// Texts of what attacks are made of, among letters.
std::string drawn_text() {
  static const std::vector<std::string> pieces{
      "a",    "Å",    "\r\n",   "\n",    "\r",     ",",  "@", "\"", "<", "\u2028", "\u202E", "\u200B", "\x7F",
      "\xC3", "\xFF", "\u0085", "Bcc: ", "=?u?q?", "?=", "/", ".",  " ", "\u00A0", "\\",     "é",      "\U0001F600"};
  std::string text;
  for (int i = *rc::gen::inRange(0, 8); i > 0; --i) text += *rc::gen::elementOf(pieces);
  return text;
}

}  // namespace

TEST_CASE("Names, subjects and names of files pass the gate as they are", "[language]") {
  CHECK(said("") == "");
  CHECK(said("Åsa Öberg-Märtz (tf) d’Arc") == "");
  CHECK(said("Резултат 12\u00A0%", HeaderUse::subject) == "");
  CHECK(said("Rapport: Borås, 2025; <utkast> \"x\" a@b", HeaderUse::subject) == "");
  CHECK(said("1490-borås.sv.pdf", HeaderUse::file_name) == "");
}

TEST_CASE("A line break is refused in every text, whatever kind it is", "[language]") {
  for (const HeaderUse use : kUses)
    for (const char* text : {"A\nBcc: b", "A\rB", "A\r\n B", "A\u0085B", "A\u2028B", "A\u2029B", "A\vB", "A\fB", "\n"})
      CHECK_THAT(said(text, use), Catch::StartsWith("the name holds the line break U+"));
  CHECK(said("A\nB") == "the name holds the line break U+000A");
}

TEST_CASE("What can't be seen, or turns what is seen, is refused", "[language]") {
  CHECK(said(std::string_view("A\0B", 3)) == "the name holds the control character U+0000");
  CHECK(said("A\tB") == "the name holds the control character U+0009");
  CHECK(said("A\x1B[2JB") == "the name holds the control character U+001B");
  CHECK(said("A\u202EB") == "the name holds U+202E, which turns the direction of writing");
  for (const char* text :
       {"A\u200BB", "A\u00ADB", "\uFEFFA", "A\uFE0F", "A\u2800", "A\u3164", "A\U000E0041", "A\uFFFF"})
    CHECK_THAT(said(text), Catch::EndsWith("which can't be seen"));
  CHECK(said("A\xC3") == "the name holds the byte C3, which is not UTF-8");
  CHECK(said("A\xED\xA0\x80") == "the name holds the byte ED, which is not UTF-8");
}

TEST_CASE("Signs that divide recipients are refused in names", "[language]") {
  for (const char sign : std::string(",;<>\"\\@")) {
    const std::string text = std::string("A") + sign + "B";
    CHECK(said(text) == std::string("the name holds the sign ") + sign);
    CHECK(said(text, HeaderUse::file_name) == said(text));
    CHECK(said(text, HeaderUse::subject) == "");
  }
}

TEST_CASE("The name of a file stays in its folder and shows", "[language]") {
  CHECK(said("../a.pdf", HeaderUse::file_name) == "the name holds the sign /");
  CHECK(said(".pdf", HeaderUse::file_name) == "the name begins with a dot");
  CHECK(said("a/b") == "");
}

TEST_CASE("A text that arrives as another is refused", "[language]") {
  for (const HeaderUse use : kUses)
    CHECK(said("=?utf-8?q?a=2C_b?=", use) == "the name holds =? and ?=, which mail programs decode");
  CHECK(said("Varför =? Därför", HeaderUse::subject) == "");
}

TEST_CASE("Each text has its length, in characters", "[language]") {
  for (const HeaderUse use : kUses) {
    std::string text;
    for (std::size_t i = 0; i < longest_header_text(use); ++i) text += "ö";
    CHECK(said(text, use) == "");
    CHECK(said(text + "x", use) == "the name has " + std::to_string(longest_header_text(use) + 1) +
                                       " characters, expected at most " + std::to_string(longest_header_text(use)));
  }
}

TEST_CASE("Whatever passes the gate is one line of UTF-8 without anything unseen", "[language]") {
  int passed = 0;
  check_property(
      [&] {
        const std::string text = drawn_text();
        const HeaderUse use = *rc::gen::elementOf(std::vector<HeaderUse>(std::begin(kUses), std::end(kUses)));
        const auto gate = HeaderText::of(text, use, {}, "text");
        if (!gate) return;
        passed += !text.empty();
        RC_ASSERT(gate->text() == text);
        for (std::string_view rest = text; !rest.empty();) {
          const CodePoint c = first_code_point(rest);
          RC_ASSERT(c.valid());
          RC_ASSERT(!is_control(c.value));
          RC_ASSERT(!is_direction_control(c.value));
          RC_ASSERT(c.value != 0x2028 && c.value != 0x200B);
          if (use != HeaderUse::subject)
            RC_ASSERT(c.value > 0x7F || std::string_view(",;<>\"\\@").find(rest[0]) == std::string_view::npos);
          rest.remove_prefix(c.bytes);
        }
      },
      2000);
  CHECK(passed > 50);
}
