#include "base/json_text.h"

#include <catch2/catch.hpp>

using namespace mognad;

TEST_CASE("Text is quoted, and only quotes, backslashes and control characters are escaped", "[base]") {
  CHECK(json_string("") == "\"\"");
  CHECK(json_string("Borås – \"så\" \\") == "\"Borås – \\\"så\\\" \\\\\"");
  CHECK(json_string("a\nb\tc") == "\"a\\nb\\u0009c\"");
  CHECK(json_string(std::string_view("\0\x1f", 2)) == "\"\\u0000\\u001f\"");
}

TEST_CASE("What needs an escape is found wherever it stands in a long text", "[base]") {
  for (const auto& [special, escaped] :
       {std::pair{'"', "\\\""}, std::pair{'\\', "\\\\"}, std::pair{'\n', "\\n"}, std::pair{'\x01', "\\u0001"}})
    for (std::size_t size = 1; size < 40; ++size)
      for (std::size_t place = 0; place < size; ++place) {
        std::string text(size, '\xE5'), expected = text;
        text[place] = special;
        expected.replace(place, 1, escaped);
        CHECK(json_string(text) == '"' + expected + '"');
      }
}
