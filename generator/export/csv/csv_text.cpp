#include "export/csv/csv_text.h"

namespace mognad {
namespace {

bool is_number(std::string_view text) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
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

}  // namespace

void append_record(std::string& csv, std::initializer_list<std::string_view> fields) {
  bool first = true;
  for (const std::string_view field : fields) {
    if (!first) csv += ',';
    append_field(csv, field);
    first = false;
  }
  csv += '\n';
}

}  // namespace mognad
