#include "verification/csv_records.h"

#include <algorithm>

namespace mognad::verification {

CsvRecords::CsvRecords(std::string_view text) : rest_(text) {
  while (rest_.starts_with('#')) rest_.remove_prefix(std::min(rest_.find('\n'), rest_.size() - 1) + 1);
}

std::string CsvRecords::field() {
  std::string value;
  if (!rest_.starts_with('"')) {
    value = rest_.substr(0, rest_.find_first_of(",\n"));
    rest_.remove_prefix(value.size());
    if (value.ends_with('\r') && !rest_.starts_with(',')) value.pop_back();
    return value;
  }
  rest_.remove_prefix(1);
  while (!rest_.empty()) {
    const std::size_t end = std::min(rest_.find('"'), rest_.size());
    value += rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    if (!rest_.starts_with('"')) break;
    value += '"';
    rest_.remove_prefix(1);
  }
  if (rest_.starts_with("\r\n")) rest_.remove_prefix(1);
  return value;
}

std::vector<std::string> CsvRecords::next() {
  std::vector<std::string> fields;
  while (!rest_.empty()) {
    fields.push_back(field());
    const bool more = rest_.starts_with(',');
    // Behind a closing quote nothing but a comma or a line end may stand; what does is a field of its own.
    if (more || rest_.starts_with('\n')) rest_.remove_prefix(1);
    if (more && rest_.empty()) fields.emplace_back();
    if (!more && (rest_.empty() || rest_.data()[-1] == '\n')) break;
  }
  return fields;
}

}  // namespace mognad::verification
