// CsvTable: a CSV file with a head. Finds columns by name, checks that every row is as long as the head, and keeps
// problems of one kind from flooding: after the first few they are counted.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "input/csv_reader.h"

namespace mognad {

class CsvTable {
 public:
  CsvTable(std::string_view text, const std::string& file, Problems& problems);

  const std::vector<std::string>& head() const { return head_; }

  /// The index of a column. A missing one is an error with the nearest name that is there, and std::nullopt.
  std::optional<std::size_t> require(const std::string& name);
  std::optional<std::size_t> find(const std::string& name);

  /// Every column that was not asked for is an error with the nearest name that was.
  void refuse_other_columns();

  /// The next row with as many fields as the head; others are reported and skipped.
  bool next();
  std::string_view field(std::size_t column) const { return reader_.fields()[column]; }
  Place place(std::size_t column) const { return reader_.place(column); }
  int line() const { return reader_.line(); }

  /// Reports a problem at a field. `kind` groups like problems: past the first ten they are only counted, and done()
  /// says how many there were.
  void error(std::string_view kind, std::size_t column, std::string message, std::string hint = {});
  void done();

 private:
  Problems& problems_;
  std::size_t found_before_;  // problems of other files
  CsvReader reader_;
  std::vector<std::string> head_;
  std::vector<std::string> asked_;
  std::map<std::string, int, std::less<>> counts_;
};

}  // namespace mognad
