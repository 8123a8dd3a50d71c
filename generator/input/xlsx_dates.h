// Dates and times as sheets keep them: a count of days, with the time of day as a fraction (ECMA-376 part 1, 18.17.4).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mognad {

/// Which day is the day 0. The system of 1900 counts a 29 February 1900, which never was.
enum class DateSystem { from_1900, from_1904 };

/// "2025-11-03", or "2025-11-03 10:15:00" when there is a time of day; nothing when it is no day from 1900 or 1904 to
/// 9999. Rounded to seconds.
std::optional<std::string> date_text(double serial, DateSystem system);

/// "10:15:00"; hours go on past a day: "36:00:00". Nothing for a negative or endless time.
std::optional<std::string> time_text(double serial);

/// A date of ISO 8601 as strict workbooks keep it (18.18.11, "d"), written as date_text() and time_text() do:
/// "2025-11-03T00:00:00" is "2025-11-03". Nothing for another text.
std::optional<std::string> iso_date_text(std::string_view text);

}  // namespace mognad
