// What a text from a table may hold that is written into reports: a name, a code, a title. It stands in sentences,
// charts and file names, so it must be short enough, and show what it is. Values only; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mognad {

inline constexpr std::size_t kLongestName = 200;
inline constexpr std::size_t kLongestCode = 50;

struct TextFault {
  const char* kind;     // like faults have the same
  std::string message;  // "the name has 10000 characters, expected at most 200"
  std::string hint;
};

/// What is wrong with a text; `called` is what it is: "name", "code".
std::optional<TextFault> fault_of(std::string_view utf8, std::string_view called, std::size_t most_characters);

/// Of a text with U+0000 in it, from a file whose format lets it stand there.
TextFault null_character();

/// Of a unit's id, wherever it is read: where no file lists the units it is the unit's name, too.
std::optional<TextFault> fault_of_unit_id(std::string_view utf8);

}  // namespace mognad
