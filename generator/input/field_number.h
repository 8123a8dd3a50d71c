// Numbers in the fields of a table.
#pragma once

#include <optional>
#include <string_view>

namespace mognad {

/// A whole number and nothing else.
std::optional<int> whole_number(std::string_view field);

/// Four digits from 1990 to 2100.
std::optional<int> year_number(std::string_view field);

/// A finite decimal number, with a point or a comma, and nothing else.
std::optional<double> decimal_number(std::string_view field);

}  // namespace mognad
