// Writing CSV (RFC 4180): fields with separators, quotes or line breaks are quoted; a field that a spreadsheet would
// take for a formula gets an apostrophe before it.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace mognad {

/// Appends one record and its line end.
void append_record(std::string& csv, std::initializer_list<std::string_view> fields);
void append_record(std::string& csv, std::span<const std::string> fields);
void append_record(std::string& csv, std::span<const std::string_view> fields);

}  // namespace mognad
