// The rows of an XLSX file in memory, and the problems that were found in it.
#pragma once

#include <string>
#include <vector>

#include "files/memory_files.h"
#include "input/open_rows.h"

namespace mognad::test {

struct XlsxTable {
  std::vector<std::vector<std::string>> rows;
  std::string format;
  Problems problems;
};

inline XlsxTable xlsx_table(const std::string& bytes, const std::string& part = {}, const InputLimits& limits = {}) {
  const MemoryFiles files({{"a.xlsx", bytes}});
  XlsxTable table;
  const auto rows = open_rows({.path = "a.xlsx", .part = part, .role = "answers"}, files, limits, table.problems);
  if (!rows) return table;
  table.format = rows->format();
  while (rows->next()) table.rows.emplace_back(rows->fields().begin(), rows->fields().end());
  return table;
}

}  // namespace mognad::test
