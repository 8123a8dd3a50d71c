// Characters from and to UTF-8, as the Unicode Standard defines it (chapter 3.9, table 3-7: no overlong forms, no
// surrogates, nothing past U+10FFFF).
#pragma once

#include <string>
#include <string_view>

namespace mognad {

struct Utf8Character {
  enum class State { whole, cut, wrong };  // cut: the text ends before the character does
  State state = State::wrong;
  char32_t character = 0;
  std::size_t length = 0;  // in bytes, when whole
};

/// The first character of a text that is not empty.
Utf8Character first_character(std::string_view utf8);

/// Adds a character, which must not be a surrogate.
void append_character(std::string& utf8, char32_t character);

/// The first byte from `from` on that is not one of ASCII's printable characters, tab, LF or CR; the size if all are.
std::size_t first_unusual(std::string_view bytes, std::size_t from);

}  // namespace mognad
