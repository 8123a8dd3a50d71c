#include "input/field_number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace mognad {

namespace {

template <typename Number>
std::optional<Number> number_in(std::string_view text) {
  Number value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Whether the comma may stand before thousands: one to three digits before it, which are not 0, and three behind.
bool may_group_thousands(std::string_view whole, std::string_view behind) {
  if (whole.starts_with('-')) whole.remove_prefix(1);
  return is_digits(whole) && whole.size() <= 3 && whole.front() != '0' && is_digits(behind) && behind.size() == 3;
}

}  // namespace

std::optional<int> whole_number(std::string_view field) { return number_in<int>(field); }

std::optional<std::int64_t> long_whole_number(std::string_view field) { return number_in<std::int64_t>(field); }

std::optional<int> year_number(std::string_view field) {
  const auto year = whole_number(field);
  return year && field.size() == 4 && *year >= 1990 && *year <= 2100 ? year : std::nullopt;
}

std::optional<int> year_of_date(std::string_view field) {
  const auto is_digit = [&](std::size_t i) { return i < field.size() && field[i] >= '0' && field[i] <= '9'; };
  for (std::size_t begin = 0; begin < field.size();) {
    std::size_t end = begin;
    while (is_digit(end)) ++end;
    if (end - begin == 4) return whole_number(field.substr(begin, 4));
    begin = end + 1;
  }
  return std::nullopt;
}

std::optional<double> decimal_number(std::string_view field) {
  if (hint_for_comma(field)) return std::nullopt;
  std::string text(field);
  std::replace(text.begin(), text.end(), ',', '.');
  const auto value = number_in<double>(text);
  return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<std::string> hint_for_comma(std::string_view field) {
  const std::size_t comma = field.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const std::string whole(field.substr(0, comma)), behind(field.substr(comma + 1));
  if (!may_group_thousands(whole, behind)) return std::nullopt;
  const std::size_t last = behind.find_last_not_of('0');
  const std::string decimals = last == std::string::npos ? "0" : behind.substr(0, last + 1);
  return "write " + whole + behind + " or " + whole + "." + decimals;
}

}  // namespace mognad
