// What a name or a code may hold: it stands in sentences, charts and file names, so it must be short enough, and show
// what it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mognad {

inline constexpr std::size_t kLongestName = 200;
inline constexpr std::size_t kLongestCode = 50;

struct NameFault {
  const char* kind;     // like faults have the same
  std::string message;  // "the name has 10000 characters, expected at most 200"
  std::string hint;
};

/// What is wrong with a text; `called` is what it is: "name", "code".
std::optional<NameFault> fault_of(std::string_view utf8, const char* called, std::size_t most_characters);

}  // namespace mognad
