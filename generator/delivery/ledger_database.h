// LedgerDatabase: the SQLite file under the ledger, with its statements. It is the program's own file and still not
// trusted: another program's, a later version's and a damaged one are refused when it is opened. WAL and
// synchronous=FULL (sqlite.org/pragma.html): what a commit has returned is on the disk. For one thread at a time.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace mognad {

/// A prepared statement; parameters and columns are numbered as SQLite numbers them, from 1 and from 0.
class LedgerStatement {
 public:
  /// Whether it could be prepared is told by step().
  LedgerStatement(sqlite3* database, const char* sql);

  LedgerStatement& bind(int parameter, std::string_view text);
  LedgerStatement& bind(int parameter, std::int64_t number);
  LedgerStatement& bind(int parameter, int number) { return bind(parameter, std::int64_t{number}); }

  /// SQLITE_ROW, SQLITE_DONE or an error.
  int step();
  std::string text(int column) const;
  std::int64_t number(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  int small_number(int column) const { return sqlite3_column_int(statement_.get(), column); }

 private:
  struct End {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, End> statement_;
};

class LedgerDatabase {
 public:
  /// Makes the file and its tables when they are missing; only its owner may read it, and what SQLite writes beside it.
  static Result<LedgerDatabase> open(const std::string& path);

  LedgerStatement prepare(const char* sql) const { return {database_.get(), sql}; }
  /// Statements without parameters and rows.
  std::optional<Problem> run(const char* sql) const;
  /// The rows that the last statement changed.
  int changed() const { return sqlite3_changes(database_.get()); }
  /// What went wrong last, with the file as its place.
  Problem problem() const;
  const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  };
  LedgerDatabase(std::string path, sqlite3* database) : path_(std::move(path)), database_(database) {}
  std::optional<Problem> prepare_file() const;
  std::optional<Problem> make_tables() const;
  std::optional<Problem> refuse_what_is_no_ledger() const;
  std::int64_t pragma(const char* sql) const;

  std::string path_;
  std::unique_ptr<sqlite3, Close> database_;
};

/// Several statements that become one: undone when it goes away without commit().
class LedgerTransaction {
 public:
  explicit LedgerTransaction(const LedgerDatabase& database);
  ~LedgerTransaction();
  LedgerTransaction(const LedgerTransaction&) = delete;
  LedgerTransaction& operator=(const LedgerTransaction&) = delete;

  /// Why it could not begin; nothing may be written then.
  const std::optional<Problem>& problem() const { return problem_; }
  /// On the disk when it returns without a problem.
  std::optional<Problem> commit();

 private:
  const LedgerDatabase& database_;
  std::optional<Problem> problem_;
  bool open_ = false;
};

}  // namespace mognad
