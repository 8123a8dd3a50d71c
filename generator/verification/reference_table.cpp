#include "verification/reference_table.h"

#include <charconv>

#include "verification/raw_syntax.h"

namespace mognad::verification {
namespace {

bool is_table_digit(char c) { return c >= '0' && c <= '9'; }

/// An entry has 20 bytes: ten digits, five digits, n or f, and an end of line of two (ISO 32000-1, 7.5.4).
bool is_entry(std::string_view entry) {
  if (entry.size() != 20 || entry[10] != ' ' || entry[16] != ' ' || (entry[17] != 'n' && entry[17] != 'f'))
    return false;
  for (std::size_t i = 0; i < 16; ++i)
    if (i != 10 && !is_table_digit(entry[i])) return false;
  const std::string_view end = entry.substr(18);
  return end == " \r" || end == " \n" || end == "\r\n";
}

std::string fault_of_subsection(std::string_view bytes, std::size_t& end) {
  unsigned first = 0;
  unsigned count = 0;
  const char* const stop = bytes.data() + bytes.size();
  const auto number = std::from_chars(bytes.data() + end, stop, first);
  if (number.ec != std::errc() || number.ptr == stop || *number.ptr != ' ')
    return "not one space between the numbers of a subsection";
  const auto amount = std::from_chars(number.ptr + 1, stop, count);
  if (amount.ec != std::errc()) return "not one space between the numbers of a subsection";
  end = static_cast<std::size_t>(amount.ptr - bytes.data());
  // A space before the end of this line is common and is no fault.
  if (end < bytes.size() && bytes[end] == ' ') ++end;
  const std::size_t line_end = end_of_line_at(bytes, end);
  if (line_end == 0) return "no end of line after the numbers of a subsection";
  end += line_end;
  for (unsigned i = 0; i < count; ++i, end += 20)
    if (end >= bytes.size() || !is_entry(bytes.substr(end, 20)))
      return "the entry of object " + std::to_string(static_cast<unsigned long long>(first) + i) +
             " does not have its 20 bytes";
  return "";
}

}  // namespace

std::string fault_of_table(std::string_view bytes, std::size_t keyword, std::size_t& end) {
  end = keyword + 4;
  const std::size_t line_end = end_of_line_at(bytes, end);
  if (line_end == 0) return "no end of line after xref";
  end += line_end;
  if (end >= bytes.size() || !is_table_digit(bytes[end])) return "no subsection after xref and one end of line";
  while (end < bytes.size() && is_table_digit(bytes[end])) {
    std::string fault = fault_of_subsection(bytes, end);
    if (!fault.empty()) return fault;
  }
  return "";
}

}  // namespace mognad::verification
