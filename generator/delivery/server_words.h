// What a server says, fit for a ledger and a terminal: it is anyone's text. Pure.
#pragma once

#include <string>
#include <string_view>

namespace mognad {

inline constexpr std::size_t kMostServerWords = 300;  // bytes

/// In UTF-8, each run of blanks, control characters, line breaks, characters that turn the direction of writing and
/// bytes that aren't UTF-8 as one blank; cut between characters, with "…" at the end, to kMostServerWords at most.
std::string server_words(std::string_view said);

}  // namespace mognad
