// How large what is read may be. Each limit is a setting, `[limits]` in survey.toml or `--limit` on the command line,
// so that a damaged or hostile file is refused before it takes the machine's memory, and an honest large one can be let
// in.
#pragma once

#include <cstdint>

namespace mognad {

struct InputLimits {
  std::int64_t file_bytes = std::int64_t{4} << 30;
  std::int64_t cell_bytes = 100'000;
  std::int64_t row_bytes = 4'000'000;
  std::int64_t columns = 10'000;
  std::int64_t rows = 50'000'000;
  std::int64_t inflated_bytes = std::int64_t{4} << 30;  // of one part of an XLSX file
  std::int64_t inflated_ratio = 300;                    // inflated to packed bytes, past the first megabyte
  std::int64_t texts_bytes = 512'000'000;               // shared texts of an XLSX file, which stay in memory
  std::int64_t toml_depth = 32;
  std::int64_t json_depth = 8;
};

}  // namespace mognad
