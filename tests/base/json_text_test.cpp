#include "base/json_text.h"

#include <catch2/catch.hpp>

using namespace mognad;

TEST_CASE("Text is quoted, and only quotes, backslashes and control characters are escaped", "[base]") {
  CHECK(json_string("") == "\"\"");
  CHECK(json_string("Borås – \"så\" \\") == "\"Borås – \\\"så\\\" \\\\\"");
  CHECK(json_string("a\nb\tc") == "\"a\\nb\\u0009c\"");
  CHECK(json_string(std::string_view("\0\x1f", 2)) == "\"\\u0000\\u001f\"");
}
