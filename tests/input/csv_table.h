// A text as the table that a CSV file with it is.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "input/csv_reader.h"
#include "input/data_table.h"

namespace mognad::test {

inline DataTable csv_table(std::string text, const std::string& file, Problems& problems) {
  return {std::make_unique<CsvReader>(std::move(text), file, problems), file, problems};
}

}  // namespace mognad::test
