#include "input/field_number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace mognad {

std::optional<int> whole_number(std::string_view field) {
  int value = 0;
  const auto [end, code] = std::from_chars(field.data(), field.data() + field.size(), value);
  if (code != std::errc() || end != field.data() + field.size()) return std::nullopt;
  return value;
}

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
  std::string text(field);
  std::replace(text.begin(), text.end(), ',', '.');
  double value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace mognad
