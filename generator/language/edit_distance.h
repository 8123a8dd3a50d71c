// "Did you mean": the nearest of a list of valid names. UTF-8; pure functions.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mognad {

/// Insertions, deletions, substitutions and swaps of neighbours that turn one text into the other, in bytes
/// (optimal string alignment distance).
int edit_distance(std::string_view a, std::string_view b);

/// The nearest of `names` when it is near enough to be meant: at most a third of the letters differ. Case, normal form
/// and blanks don't count.
std::optional<std::string> nearest_name(std::string_view text, std::span<const std::string> names);

/// A hint for an unknown name: "did you mean 'x'?", or the valid names when none is near and they are few.
/// Names are quoted as excerpt() does.
std::string hint_for(std::string_view text, std::span<const std::string> names);

}  // namespace mognad
