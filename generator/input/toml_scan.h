// A look over a TOML text before toml++ sees it, for what that library doesn't survive or tells in other words than a
// survey's owner understands: how deep it nests (toml++ recurses), letters outside ASCII in bare keys (it aborts on
// some and misreads others), other encodings, control characters, texts that are never closed. What is left is for
// toml++, which stops at the first thing that it doesn't take.
#pragma once

#include <cstdint>

#include <string>
#include <string_view>

#include "base/result.h"

namespace mognad {

/// The same document as toml++ can read it, or all that is wrong in a text without a byte order mark. `most_levels` is
/// how deep tables and lists may lie in one another, whether brackets, headers or dotted keys make them. After
/// TOML 1.0.0.
///
/// Where a text goes on behind a backslash at a line end, a letter outside ASCII that comes next is written as an
/// escape: toml++ 3.3 asks whether it is a blank, and what then happens is undefined for most letters.
Result<std::string> scan_toml(std::string_view text, const std::string& file, std::int64_t most_levels);

}  // namespace mognad
