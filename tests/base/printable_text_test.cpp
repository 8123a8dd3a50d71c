#include "base/printable_text.h"

#include <catch2/catch.hpp>

using namespace mognad;

TEST_CASE("What moves a terminal, breaks a line or turns it may not be shown, and all else may", "[base]") {
  for (const char32_t c : {0x00, 0x09, 0x0A, 0x1B, 0x7F, 0x85, 0x9F, 0x2028, 0x2029, 0x202E})
    CHECK_FALSE(is_printable(c));
  for (const char32_t c : {0x20, 0x7E, 0xA0, 0xE5, 0x2027, 0x202F, 0x1F600}) CHECK(is_printable(c));
}

TEST_CASE("A text of anyone keeps its characters, and what may not be shown is a blank", "[base]") {
  CHECK(printable("Åmål \xF0\x9F\x98\x80") == "Åmål \xF0\x9F\x98\x80");
  CHECK(printable("a\x1b[31m\r\nb\u202ec\u0085d") == "a [31m  b c d");
  CHECK(printable("a\xC3(\xED\xA0") == "a\xEF\xBF\xBD(\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("A line of anyone's has one blank where it had many, or what may not be shown", "[base]") {
  CHECK(printable_line("2.0.0 Ok: köad", 300) == "2.0.0 Ok: köad");
  CHECK(printable_line("  a\r\n\tb\x1b[31m \x7f c  ", 300) == "a b [31m c");
  CHECK(printable_line("a\u202eb\u2028c\u0085d", 300) == "a b c d");
  CHECK(printable_line("a\xff\xc3", 300) == "a");
  CHECK(printable_line(std::string_view("a\0b", 3), 300) == "a b");
  CHECK(printable_line("", 300).empty());
}

TEST_CASE("A line of anyone's is cut between characters", "[base]") {
  CHECK(printable_line(std::string(300, 'x'), 300) == std::string(300, 'x'));
  CHECK(printable_line(std::string(301, 'x'), 300) == std::string(297, 'x') + "…");
  std::string many;
  for (int i = 0; i < 200; ++i) many += "å";
  CHECK(printable_line(many, 300).size() == 299);
  CHECK(printable_line(many, 300).ends_with("å…"));
  CHECK(printable_line("abcd", 3) == "…");
}
