// SqliteDatabase: a database that may be hostile, opened to read one of its tables and nothing else
// (sqlite.org/security.html). Views, triggers, virtual tables and every statement but a SELECT of that table are
// refused by an authorizer and by SQLite's own settings, as are functions that SQLite doesn't call innocuous; a
// statement that computes for too long is stopped. For one thread at a time.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dataset/input_limits.h"
#include "input/sqlite_vfs.h"

namespace mognad {

struct SqliteStatementEnd {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using SqliteStatement = std::unique_ptr<sqlite3_stmt, SqliteStatementEnd>;

class SqliteDatabase {
 public:
  /// The reader must outlive it. Whether the file can be read is seen by the first statement.
  SqliteDatabase(const FileReader& file, const InputLimits& limits);
  SqliteDatabase(const SqliteDatabase&) = delete;
  SqliteDatabase& operator=(const SqliteDatabase&) = delete;

  struct Names {
    std::vector<std::string> tables;  // that have rows of their own
    std::vector<std::string> others;  // views and virtual tables
  };
  /// All names of the schema but those of SQLite itself; nothing on an error.
  std::optional<Names> names();

  /// From now on this table may be read.
  void allow(const std::string& table) { allowed_ = table; }

  /// What SQLite finds wrong in the pages of the table: a page that is used twice, rows out of order. Empty: nothing.
  std::string damage(const std::string& table);

  /// All rows in the order of their keys; null on an error.
  SqliteStatement rows_of(const std::string& table);

  /// SQLITE_ROW, SQLITE_DONE or an error.
  int step(sqlite3_stmt* statement);

  /// What went wrong last.
  std::string error() const;
  bool too_large() const { return sqlite3_errcode(database_.get()) == SQLITE_TOOBIG; }

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
  };
  static int authorize(void* self, int action, const char* first, const char* second, const char*, const char*);
  static int spend(void* self);
  void protect(const InputLimits& limits);
  std::string key_of(const std::string& table);
  SqliteStatement prepare(const std::string& sql);

  SqliteVfs vfs_;
  std::unique_ptr<sqlite3, Close> database_;
  std::string allowed_;
  std::int64_t budget_ = 0;  // steps of kStep instructions that the statement may still take
};

/// A name or a text in SQL: quoted, with each quote inside doubled.
std::string sql_quoted(const std::string& text, char quote);

}  // namespace mognad
