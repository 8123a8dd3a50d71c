#include "export/pdf/pdf_values.h"

#include <catch2/catch.hpp>

using namespace mognad::pdf;

TEST_CASE("Numbers are written without trailing zeros and exponents", "[pdf]") {
  CHECK(number(0) == "0");
  CHECK(number(1) == "1");
  CHECK(number(1.5) == "1.5");
  CHECK(number(841.89) == "841.89");
  CHECK(number(-0.25) == "-0.25");
  CHECK(number(100000000) == "100000000");
  CHECK(number(0.05) == "0.05");
  CHECK(number(10) == "10");
  CHECK(number(1.005, 1) == "1");
  CHECK(number(0.0046875, 6) == "0.004688");
  CHECK(number(-12.3456789, 6) == "-12.345679");
  CHECK(number(0.12345, 5) == "0.12345");
}

TEST_CASE("Numbers are rounded to their decimals, into the next whole too", "[pdf]") {
  CHECK(number(1.234) == "1.23");
  CHECK(number(1.236) == "1.24");
  CHECK(number(0.999) == "1");
  CHECK(number(-0.999) == "-1");
  CHECK(number(0.12345, 4) == "0.1235");
  CHECK(number(7.6, 0) == "8");
}

TEST_CASE("What rounds to zero has no sign", "[pdf]") { CHECK(number(-0.001) == "0"); }

TEST_CASE("Text strings are one byte a character where PDFDocEncoding has it", "[pdf]") {
  CHECK(text_string("") == "()");
  CHECK(text_string("Örebro") == "(\xD6rebro)");
  CHECK(text_string("−1 – 2 ’") ==
        "(\x8A"
        "1 \x85 2 \x90)");
  CHECK(text_string("a(b)\\") == "(a\\(b\\)\\\\)");
}

TEST_CASE("Other text strings are UTF-16 with their mark", "[pdf]") {
  CHECK(text_string("a\u00A0b") == "<FEFF006100A00062>");
  CHECK(text_string("co\u00ADop") == "<FEFF0063006F00AD006F0070>");
  CHECK(text_string("a\n") == "<FEFF0061000A>");
  CHECK(text_string("Ω") == "<FEFF03A9>");
}

TEST_CASE("Text that is only spoken has plain spaces", "[pdf]") {
  CHECK(spoken_string("typ\u00A0D") == "(typ D)");
  CHECK(spoken_string("Ω\u00A0") == "<FEFF03A90020>");
}

TEST_CASE("Characters beyond the first plane are surrogates", "[pdf]") {
  CHECK(text_string("\U0001F600") == "<FEFFD83DDE00>");
  CHECK(text_string("a\U00010000b") == "<FEFF0061D800DC000062>");
}

TEST_CASE("Text that ends inside a character is no fault of memory", "[pdf]") {
  CHECK(text_string(std::string_view("a\xE2\x88", 3)).starts_with("<FEFF0061"));
}

TEST_CASE("Bytes are two digits each", "[pdf]") {
  CHECK(hex_string(std::string_view("\x00\xFF\x1A", 3)) == "<00FF1A>");
}

TEST_CASE("Dates have their letter and their zone", "[pdf]") {
  CHECK(date_string("2026-02-12") == "(D:20260212000000Z)");
}

TEST_CASE("References name the object", "[pdf]") { CHECK(reference({12}) == "12 0 R"); }

TEST_CASE("A dictionary keeps the order of its entries", "[pdf]") {
  const Dict dict = Dict().name("Type", "Font").ref("W", {3}).real("X", 1.5).text("T", "a");
  CHECK(dict.nested() == "<</Type /Font\n/W 3 0 R\n/X 1.5\n/T (a)\n>>");
}
