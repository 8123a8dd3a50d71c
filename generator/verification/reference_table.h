// The spelling of a cross-reference table (ISO 32000-1, 7.5.4; ISO 19005-3, 6.1.4): subsections of entries of 20 bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mognad::verification {

/// What is wrong with the table whose keyword "xref" begins there; empty: nothing. Sets the end of what was read.
std::string fault_of_table(std::string_view bytes, std::size_t keyword, std::size_t& end);

}  // namespace mognad::verification
