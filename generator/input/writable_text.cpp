#include "input/writable_text.h"

#include <fmt/format.h>

#include "base/code_point.h"

namespace mognad {

std::optional<TextFault> fault_of(std::string_view utf8, std::string_view called, std::size_t most_characters) {
  for (std::string_view rest = utf8; !rest.empty();) {
    const CodePoint c = first_code_point(rest);
    rest.remove_prefix(c.valid() ? c.bytes : 1);
    if (is_control(c.value))
      return TextFault{"control character",
                       fmt::format("the {} holds the control character {}", called, name_of(c.value)),
                       "remove it: it can't be seen, and has no place in a report"};
    if (is_direction_control(c.value))
      return TextFault{"direction of writing",
                       fmt::format("the {} holds {}, which turns the direction of writing", called, name_of(c.value)),
                       "remove it: what is read would not be what is written"};
  }
  const std::size_t characters = count_characters(utf8);
  if (characters <= most_characters) return std::nullopt;
  return TextFault{"too long",
                   fmt::format("the {} has {} characters, expected at most {}", called, characters, most_characters),
                   "shorten it, or look for a quote that is never closed"};
}

TextFault null_character() {
  return {"null character", "the character U+0000 stands in a text", "take it away: no text has one"};
}

std::optional<TextFault> fault_of_unit_id(std::string_view utf8) { return fault_of(utf8, "unit's id", kLongestName); }

}  // namespace mognad
