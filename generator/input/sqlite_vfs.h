// SqliteVfs: shows SQLite one file, and nothing else, through a FileReader (sqlite.org/vfs.html). There are no locks,
// no journals and no other file: what is asked beside the database is refused, so nothing is made or opened beside it.
// A database in WAL mode is shown as an ordinary one, since its log is empty; who opens it looks for that first. SQLite
// knows it by name while the object lives. For one thread at a time.
#pragma once

#include <sqlite3.h>

#include <optional>
#include <string>

#include "files/files.h"

namespace mognad {

class SqliteVfs {
 public:
  /// The reader must outlive the object, and the object what is opened through it.
  explicit SqliteVfs(const FileReader& file);
  ~SqliteVfs();
  SqliteVfs(const SqliteVfs&) = delete;
  SqliteVfs& operator=(const SqliteVfs&) = delete;

  const char* name() const { return name_.c_str(); }

  /// Why the last read failed, when it was not SQLite's fault.
  const std::optional<Problem>& problem() const { return problem_; }

  int read(void* into, int bytes, sqlite3_int64 offset);
  std::uint64_t size() const { return file_.size(); }

 private:
  const FileReader& file_;
  std::string name_;
  sqlite3_vfs vfs_{};
  std::optional<Problem> problem_;
};

}  // namespace mognad
