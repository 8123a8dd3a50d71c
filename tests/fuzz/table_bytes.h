// Any bytes, read to the end as a table of one kind, under limits that keep a small input small in memory.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "files/text_reader.h"
#include "input/open_rows.h"

namespace mognad::fuzz {

inline constexpr InputLimits kSmall{.cell_bytes = 1000, .row_bytes = 10'000, .columns = 100, .rows = 10'000};

/// Takes every row and the place of every field.
inline void read_table(std::unique_ptr<RowSource> (*open)(TableInput), std::string_view bytes) {
  Problems problems;
  const auto rows =
      open({{.path = "file", .role = "answers"}, std::make_unique<TextReader>(std::string(bytes)), kSmall, problems});
  while (rows && rows->next())
    for (std::size_t i = 0; i <= rows->fields().size(); ++i) rows->place(i);
  // Nothing is refused without a word.
  if (!rows && problems.empty()) __builtin_trap();
}

}  // namespace mognad::fuzz
