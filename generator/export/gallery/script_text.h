// Values as they may stand in a script file that a page loads, whatever bytes a hostile file brought. Pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mognad {

/// A JSON string (RFC 8259, 7) that is the same in a script and inside a script element: no `<`, `>`, `&`, no separator
/// of lines (ECMAScript, 12.3). What is not UTF-8 is U+FFFD; marks of direction are written out, ⟨U+202E⟩, as html_text
/// does.
std::string script_string(std::string_view text);

/// A JSON number; null for nothing and for what is not finite.
std::string script_number(std::optional<double> value);

}  // namespace mognad
