// A text as a cell of a workbook can hold it. Pure functions.
#pragma once

#include <string>
#include <string_view>

namespace mognad {

/// At most 32,767 units of UTF-16 (Excel's limit), the rest told by "…". What is no UTF-8, control characters and what
/// XML 1.0 can't hold become U+FFFD; line ends stay. "_x0041_" is written so that no reader takes it for an escape
/// (ECMA-376, 22.9.2.19).
std::string cell_text(std::string_view utf8);

/// Characters that a reader sees in the widest line, for the width of a column.
std::size_t widest_line(std::string_view utf8);

}  // namespace mognad
