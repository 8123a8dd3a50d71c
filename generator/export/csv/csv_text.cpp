#include "export/csv/csv_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "base/eight_bytes.h"

namespace mognad {
namespace {

bool is_number(std::string_view text) {
  double number = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
  return code != std::errc::invalid_argument && end == text.data() + text.size() &&
         !std::isalpha(static_cast<unsigned char>(text.back()));
}

/// What makes quotes needful: a separator, a quote, the end of a line, and what a spreadsheet takes for a formula.
constexpr std::array<bool, 256> special_characters(std::string_view characters) {
  std::array<bool, 256> special{};
  for (const char c : characters) special[static_cast<unsigned char>(c)] = true;
  return special;
}
constexpr std::array<bool, 256> kSpecial = special_characters(",\"\r\n"), kFormula = special_characters("=+-@\t\r");

bool is_plain(std::string_view field) {
  if (field.empty()) return true;
  if (kFormula[static_cast<unsigned char>(field[0])]) return false;
  std::size_t i = 0;
  for (; i + 8 <= field.size(); i += 8) {
    const std::uint64_t word = eight_bytes(field.data() + i);
    if (any_is(word, ',') || any_is(word, '"') || any_is(word, '\r') || any_is(word, '\n')) return false;
  }
  return std::none_of(field.begin() + static_cast<std::ptrdiff_t>(i), field.end(),
                      [](char c) { return kSpecial[static_cast<unsigned char>(c)]; });
}

void append_field(std::string& csv, std::string_view field) {
  if (is_plain(field)) {
    csv += field;
    return;
  }
  const bool formula = kFormula[static_cast<unsigned char>(field[0])] && field.size() > 1 && !is_number(field);
  if (!formula && field.find_first_of(",\"\r\n") == std::string_view::npos) {
    csv += field;
    return;
  }
  csv += formula ? "\"'" : "\"";
  for (const char c : field) {
    if (c == '"') csv += '"';
    csv += c;
  }
  csv += '"';
}

void append_fields(std::string& csv, const auto& fields) {
  bool first = true;
  for (const std::string_view field : fields) {
    if (!first) csv += ',';
    append_field(csv, field);
    first = false;
  }
  csv += '\n';
}

}  // namespace

void append_record(std::string& csv, std::initializer_list<std::string_view> fields) { append_fields(csv, fields); }
void append_record(std::string& csv, std::span<const std::string> fields) { append_fields(csv, fields); }
void append_record(std::string& csv, std::span<const std::string_view> fields) { append_fields(csv, fields); }

}  // namespace mognad
