#include "input/xlsx_dates.h"

#include <fmt/format.h>

#include <cmath>

#include "base/calendar.h"

namespace mognad {
namespace {

constexpr long kSecondsOfDay = 86'400;
constexpr long kFeigned = 60;             // 29 February 1900
constexpr double kLast = 2'958'466;       // 1 January 10000 in the system of 1900
constexpr long kFrom1900To1970 = 25'569;  // days, in the system of 1900 after February 1900
constexpr long kFrom1904To1970 = 24'107;

struct Day {
  long year;
  long month;
  long day;
};

/// From a count of days since 1 January 1970, in eras of 400 years that begin in March.
Day day_of(long since_1970) {
  const long shifted = since_1970 + 719'468;
  const long era = shifted / 146'097;
  const long day_of_era = shifted - era * 146'097;
  const long year_of_era = (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long month_from_march = (5 * day_of_year + 2) / 153;
  const long month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

std::optional<long> days_since_1970(long serial, DateSystem system) {
  if (system == DateSystem::from_1904) return serial - kFrom1904To1970;
  if (serial < 1 || serial == kFeigned) return std::nullopt;
  return serial - kFrom1900To1970 + (serial < kFeigned ? 1 : 0);
}

std::string clock_text(long seconds) {
  return fmt::format("{:02}:{:02}:{:02}", seconds / 3'600, seconds / 60 % 60, seconds % 60);
}

/// Whether the text has the shape: '0' is a digit, anything else itself.
bool has_shape(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (shape[i] == '0' ? !digit : text[i] != shape[i]) return false;
  }
  return true;
}

int two_digits(std::string_view text, std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); }

bool is_clock(std::string_view text) {
  return has_shape(text, "00:00:00") && two_digits(text, 0) < 24 && two_digits(text, 3) < 60 &&
         two_digits(text, 6) < 60;
}

bool is_day(std::string_view text) {
  if (!has_shape(text, "0000-00-00")) return false;
  const int year = two_digits(text, 0) * 100 + two_digits(text, 2);
  const int month = two_digits(text, 5), day = two_digits(text, 8);
  return month >= 1 && month <= 12 && day >= 1 && day <= days_of_month(year, month);
}

}  // namespace

std::optional<std::string> date_text(double serial, DateSystem system) {
  const double last = system == DateSystem::from_1904 ? kLast - (kFrom1900To1970 - kFrom1904To1970) : kLast;
  if (!(serial >= 0 && serial < last)) return std::nullopt;
  const long seconds = std::lround(serial * kSecondsOfDay);
  const auto days = days_since_1970(seconds / kSecondsOfDay, system);
  if (!days) return std::nullopt;
  const Day day = day_of(*days);
  std::string text = fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
  if (seconds % kSecondsOfDay != 0) text += " " + clock_text(seconds % kSecondsOfDay);
  return text;
}

std::optional<std::string> time_text(double serial) {
  if (!(serial >= 0 && serial < kLast)) return std::nullopt;
  return clock_text(std::lround(serial * kSecondsOfDay));
}

std::optional<std::string> iso_date_text(std::string_view text) {
  if (text.ends_with('Z')) text.remove_suffix(1);
  if (const std::size_t point = text.find('.'); point != std::string_view::npos) {
    if (text.find_first_not_of('0', point + 1) != std::string_view::npos) return std::nullopt;
    text = text.substr(0, point);
  }
  if (is_clock(text) || is_day(text)) return std::string(text);
  if (text.size() != 19 || text[10] != 'T' || !is_day(text.substr(0, 10)) || !is_clock(text.substr(11)))
    return std::nullopt;
  if (text.substr(11) == "00:00:00") return std::string(text.substr(0, 10));
  return fmt::format("{} {}", text.substr(0, 10), text.substr(11));
}

}  // namespace mognad
