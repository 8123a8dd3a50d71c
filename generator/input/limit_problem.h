// What is said when something is larger than a limit of `[limits]`: that it is, and which setting lets it in. The words
// are the same for every kind of file.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/problem.h"

namespace mognad {

/// An error. `found` is the beginning of a sentence: "the row has"; `key` names a field of InputLimits, from which the
/// unit follows: "the row has more than 10000 columns".
Problem limit_problem(Place place, std::string_view found, std::int64_t limit, std::string_view key);

}  // namespace mognad
