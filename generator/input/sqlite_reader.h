// A table of an SQLite file, row by row in the order of its keys. Nothing is written, made or opened beside the file; a
// database with changes that lie in a file beside it is refused, as is one that changes while it is read. Numbers are
// texts in their shortest form, NULL is an empty field, a blob is an error. A place is the table's row, the head being
// the first, and its column.
#pragma once

#include <string>
#include <vector>

#include "input/open_rows.h"
#include "input/problem_groups.h"
#include "input/sqlite_database.h"

namespace mognad {

/// The name of the file beside the database in which changes lie; empty: there are none.
std::string changes_beside(const std::string& database, const Files& files);

class SqliteReader final : public RowSource {
 public:
  SqliteReader(TableInput input, std::unique_ptr<SqliteDatabase> database, std::string table, SqliteStatement rows,
               std::string header);

  bool next() override;
  Place place(std::size_t field) const override;
  std::string format() const override;

 private:
  bool refuse(std::string message, std::string hint);
  bool refuse(Problem problem);
  bool read_head();
  bool read_row();
  bool end(int code);
  bool show_row();
  std::string_view text_at(int column);
  std::string_view checked_text(int column);
  void tell(std::string_view kind, int column, std::string message, std::string hint);

  TableInput input_;
  std::unique_ptr<SqliteDatabase> database_;
  std::string table_;
  SqliteStatement rows_;
  std::string header_;  // of the file, when it was opened
  std::string place_;   // "answers.sqlite[answers]"
  ProblemGroups problems_;
  std::vector<std::string> numbers_;  // texts that the row's fields point to
  int columns_ = 0;
  std::int64_t row_ = 0;  // 1: the head
  bool ended_ = false;
};

}  // namespace mognad
