#include "base/eight_bytes.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace mognad;

TEST_CASE("Eight bytes together tell what each of them alone tells", "[base]") {
  std::string text(8, 'x');
  for (int place = 0; place < 8; ++place)
    for (int value = 0; value < 256; ++value) {
      std::fill(text.begin(), text.end(), '\xC3');
      text[static_cast<std::size_t>(place)] = static_cast<char>(value);
      const std::uint64_t word = eight_bytes(text.data());
      INFO(place << ": " << value);
      CHECK(any_below(word, 0x20) == (value < 0x20));
      CHECK(any_below(word, 0x80) == (value < 0x80));
      CHECK(any_is(word, '"') == (value == '"'));
      CHECK(any_is(word, '\xFF') == (value == 0xFF));
    }
}

TEST_CASE("A byte beside one that is looked for doesn't count as it", "[base]") {
  // A subtraction of whole words borrows from the byte above.
  for (const char* text : {"\"#\"#\"#\"#", "\x1F\x20\x1F\x20\x1F\x20\x1F\x20"}) {
    const std::uint64_t word = eight_bytes(text);
    CHECK(any_is(word, text[0]));
    CHECK(any_is(word, text[1]));
  }
  CHECK_FALSE(any_is(eight_bytes("########"), '"'));
  CHECK_FALSE(any_below(eight_bytes("        "), 0x20));
}
