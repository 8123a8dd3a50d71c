// Text that came out of a file or from a server, made fit for a terminal: whoever wrote it must not be able to move the
// cursor, hide a line or turn its direction. Pure.
#pragma once

#include <string>
#include <string_view>

namespace mognad {

/// May be shown on a line as it is: no control, no line or paragraph separator (Zl, Zp), none that turns the direction.
bool is_printable(char32_t c);

/// What may not be shown becomes a blank, character by character, and each byte that isn't UTF-8 U+FFFD.
std::string printable(std::string_view text);

/// As one line, at most so many bytes of UTF-8: each run of blanks, of what may not be shown and of bytes that aren't
/// UTF-8 is one blank, none at the ends; cut between characters, with "…" at the end. `most_bytes` is 3 at least.
std::string printable_line(std::string_view text, std::size_t most_bytes);

}  // namespace mognad
