// Numbers in the fields of a table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mognad {

/// A whole number and nothing else.
std::optional<int> whole_number(std::string_view field);
std::optional<std::int64_t> long_whole_number(std::string_view field);

/// Four digits from 1990 to 2100.
std::optional<int> year_number(std::string_view field);

/// The year of a date with a year of four digits, in any order: "2025-11-03 10:15", "11/3/2025".
std::optional<int> year_of_date(std::string_view field);

/// A finite decimal number, with a point or a comma, and nothing else. "1,000" may be a thousand or one, and is none.
std::optional<double> decimal_number(std::string_view field);

/// How a number is to be written whose comma may stand before thousands or before decimals, as a hint: "write 1000 or
/// 1.0". Nothing when the field is no such number.
std::optional<std::string> hint_for_comma(std::string_view field);

}  // namespace mognad
