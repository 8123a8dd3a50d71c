// A text as the table that a CSV file with it is.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "files/text_reader.h"
#include "input/csv_reader.h"
#include "input/data_table.h"

namespace mognad::test {

/// `block_bytes` is how much of the text is read at once.
inline std::unique_ptr<CsvReader> csv_rows(std::string text, const TableFile& table, Problems& problems,
                                           const InputLimits& limits = {},
                                           std::size_t block_bytes = TextDecoder::kBlockBytes) {
  return std::make_unique<CsvReader>(TableInput{table, std::make_unique<TextReader>(std::move(text)), limits, problems},
                                     block_bytes);
}

inline DataTable csv_table(std::string text, const std::string& file, Problems& problems) {
  return {csv_rows(std::move(text), {.path = file}, problems), file, problems};
}

}  // namespace mognad::test
