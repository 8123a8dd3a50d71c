// Rows of a table, one by one, whatever kind of file they come from: CSV, XLSX, JSON, SQLite. Fields are UTF-8 texts as
// a person would read them. The first row is the head, with the names of the columns. What is read last is held, and
// nothing else: a table of any size takes the memory of a row. Problems go to the list that the source was opened with;
// one that leaves the rest of the file in doubt ends it. For one thread at a time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace mognad {

class RowSource {
 public:
  virtual ~RowSource() = default;

  /// Reads the next row that is not empty; false at the end.
  virtual bool next() = 0;

  /// Of the row that was read last; valid until the next is read.
  const std::vector<std::string_view>& fields() const { return fields_; }

  /// Of a field of that row, counted from 1; past the last field: where the row ends. In a sheet or a database column
  /// is that of the table.
  virtual Place place(std::size_t field) const = 0;

  /// What the file was found to be: "CSV with semicolons, Windows-1252", "XLSX, sheet 'Svar'".
  virtual std::string format() const = 0;

 protected:
  std::vector<std::string_view> fields_;
};

}  // namespace mognad
