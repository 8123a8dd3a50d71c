// DataTable: the rows of a file under a head. Finds columns by name, checks that every row is as long as the head, and
// keeps problems of one kind from flooding: after the first few they are counted.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "input/problem_groups.h"
#include "input/row_source.h"

namespace mognad {

/// Whether two columns may have the same name; then who asks for it finds out.
enum class SameHeads { refused, allowed };

/// Where the heads of a table stand.
struct TableShape {
  int skipped_rows = 0;  // above them: titles
  int head_rows = 1;     // with several, a column may be known by any of its heads
  SameHeads same_heads = SameHeads::refused;
};

class DataTable {
 public:
  /// `file` is how the table is called in messages about the whole of it.
  DataTable(std::unique_ptr<RowSource> rows, std::string file, Problems& problems, const TableShape& shape = {});

  const std::string& file() const { return file_; }

  /// The name of each column; of several heads those that are not empty, with " / " between.
  const std::vector<std::string>& head() const { return head_; }
  /// All that a column is called.
  const std::vector<std::vector<std::string>>& heads() const { return heads_; }
  Place place_of_head(std::size_t column) const;

  /// The index of a column. A missing one is an error with the nearest name that is there, and std::nullopt.
  std::optional<std::size_t> require(const std::string& name);
  std::optional<std::size_t> find(const std::string& name);

  /// Every column that was not asked for is an error with the nearest name that was.
  void refuse_other_columns();

  /// The next row with as many fields as the head; others are reported and skipped.
  bool next();
  /// After the last row: warns when there was none, unless an error says why.
  void expect_rows();
  std::string_view field(std::size_t column) const { return rows_->fields()[column]; }
  Place place(std::size_t column) const { return rows_->place(column); }
  int line() const { return rows_->place(0).line; }
  /// The number of the row below the heads, from 1.
  int row() const { return row_; }
  std::string format() const { return rows_->format(); }

  /// Reports a problem at a field. `kind` groups like problems: past the first ten they are only counted, and done()
  /// says how many there were.
  void error(std::string_view kind, std::size_t column, std::string message, std::string hint = {});
  void warn(std::string_view kind, std::size_t column, std::string message, std::string hint = {});
  /// Whether the next problem of the kind would be told: only then is the nearest name worth looking for.
  bool would_tell(std::string_view kind) const { return groups_.would_tell(kind); }
  void done() { groups_.done(); }

 private:
  bool read_heads(int rows);
  void check_heads();
  void report_length();
  bool refused_already() const;
  void report(Severity severity, std::string_view kind, std::size_t column, std::string message, std::string hint);

  std::unique_ptr<RowSource> rows_;
  std::string file_;
  Problems& problems_;
  std::vector<std::string> head_;
  std::vector<std::vector<std::string>> heads_;
  std::vector<Place> head_places_;
  std::vector<std::string> asked_;
  ProblemGroups groups_;
  int row_ = 0;
};

}  // namespace mognad
