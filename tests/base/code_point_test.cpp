#include "base/code_point.h"

#include <catch2/catch.hpp>

using namespace mognad;

TEST_CASE("A character of UTF-8 is read with its length", "[base]") {
  CHECK(first_code_point("a").value == U'a');
  CHECK(first_code_point("åa").value == U'å');
  CHECK(first_code_point("åa").bytes == 2);
  CHECK(first_code_point("€").bytes == 3);
  CHECK(first_code_point("\xF0\x9F\x98\x80").value == 0x1F600);
  CHECK(first_code_point("\xF4\x8F\xBF\xBF").value == 0x10FFFF);
}

// Table 3-7 of the Unicode Standard: what stands beside each of its rows.
TEST_CASE("What is not UTF-8 is no character", "[base]") {
  for (const char* bytes : {"\x80", "\xC0\xAF", "\xC1\xBF", "\xC3", "\xC3(", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xE2\x82",
                            "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"})
    CHECK_FALSE(first_code_point(bytes).valid());
}

TEST_CASE("Characters are counted, and bytes that are none each as one", "[base]") {
  CHECK(count_characters("") == 0);
  CHECK(count_characters("Åmål") == 4);
  CHECK(count_characters("\xFF\xFE") == 2);
}

TEST_CASE("What turns the direction of writing is known", "[base]") {
  for (const char32_t c : {0x061C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069}) CHECK(is_direction_control(c));
  for (const char32_t c : {0x2010, 0x2029, 0x202F, 0x2065, 0x206A}) CHECK_FALSE(is_direction_control(c));
}
