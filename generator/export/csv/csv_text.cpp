#include "export/csv/csv_text.h"

#include <cctype>
#include <charconv>

namespace mognad {
namespace {

bool is_number(std::string_view text) {
  double number = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
  return code != std::errc::invalid_argument && end == text.data() + text.size() &&
         !std::isalpha(static_cast<unsigned char>(text.back()));
}

void append_field(std::string& csv, std::string_view field) {
  const bool formula = !field.empty() && std::string_view("=+-@\t\r").find(field[0]) != std::string_view::npos &&
                       field.size() > 1 && !is_number(field);
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

}  // namespace mognad
