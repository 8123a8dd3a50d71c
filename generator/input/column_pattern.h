// Patterns for the heads of columns: `*` stands for any text, `{statement}` for a statement's id, everything else for
// itself. No regular expressions: what a pattern fits must be plain to see, and no pattern may take long.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mognad {

/// What stands in the place of `{statement}`, empty when the pattern has none; nothing when the head doesn't fit. With
/// several `*` the shortest texts are taken from the left.
std::optional<std::string> fit_pattern(std::string_view pattern, std::string_view head);

}  // namespace mognad
