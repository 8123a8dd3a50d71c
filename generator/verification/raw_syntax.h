// The bytes of a finished file as they are spelled (ISO 32000-1, 7.2 to 7.5): what a reader forgives and ISO
// 19005-3, 6.1 forbids, such as an odd hexadecimal digit, a space too many before "obj" or a wrong stream length. One
// pass over the bytes, in time and memory proportional to them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "verification/document.h"

namespace mognad::verification {

struct RawFault {
  std::string_view rule;  // "A3-6.1.6-1"
  std::string where;
  std::string found;
};

/// Of the whole file; at most a hundred, as a damaged file has them everywhere.
std::vector<RawFault> faults_of_file(const Document& document);

/// Of a content stream or an object stream, where no object begins or ends.
std::vector<RawFault> faults_of_content(std::string_view content, std::string_view where);

bool is_white(char c);
bool is_end_of_line(char c);
/// How many bytes the end of line there has: 2 for CR LF, 1 for either alone, 0 for anything else.
std::size_t end_of_line_at(std::string_view bytes, std::size_t at);

}  // namespace mognad::verification
