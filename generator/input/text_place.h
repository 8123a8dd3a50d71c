// Where a character of a text stands, counted when somebody asks: a reader that goes through millions of lines keeps no
// places.
#pragma once

#include <string>
#include <string_view>

#include "base/problem.h"

namespace mognad {

/// Whether a line ends with the byte at `at`: LF, or CR without LF.
inline bool ends_line(std::string_view text, std::size_t at) {
  return text[at] == '\n' || (text[at] == '\r' && (at + 1 >= text.size() || text[at + 1] != '\n'));
}

/// The place behind `text`, UTF-8 that starts with the first character of `line`. Columns count characters.
Place place_after(const std::string& file, int line, std::string_view text);

}  // namespace mognad
