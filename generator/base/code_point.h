// One character of a UTF-8 text, as the Unicode Standard's table 3-7 has it: no overlong form, no surrogate. And the
// characters that no name may hold, because a reader can't see them or sees what isn't there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mognad {

struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 0;  // 0: what stands there is not UTF-8

  bool valid() const { return bytes > 0; }
};

/// The first character of a text that is not empty.
CodePoint first_code_point(std::string_view utf8);

/// Characters of a text; a byte that is not UTF-8 counts as one.
std::size_t count_characters(std::string_view utf8);

/// C0, DEL and C1 (general category Cc), line breaks and tabs among them.
bool is_control(char32_t c);

/// Turns the direction of what follows: Bidi_Control of Unicode's PropList.txt.
bool is_direction_control(char32_t c);

/// "U+202E"
std::string name_of(char32_t c);

}  // namespace mognad
