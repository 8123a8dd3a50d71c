#include "delivery/ledger_database.h"

#include <fmt/format.h>

#include "files/owner_only.h"

namespace mognad {
namespace {

constexpr std::int64_t kLedgerApplication = 0x6d676e64;  // "mgnd", tells the file from other programs' databases
constexpr std::int64_t kLedgerVersion = 1;
constexpr int kPatience = 10'000;  // milliseconds to wait for another process that reads or writes

// Triggers hold what must never be broken, whichever statement is wrong one day.
constexpr const char* kLedgerTables = R"(
CREATE TABLE message (
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 32),
  purpose TEXT NOT NULL,
  organisation TEXT NOT NULL,
  language TEXT NOT NULL,
  address TEXT NOT NULL,
  edition INTEGER NOT NULL,
  file TEXT NOT NULL,
  report_sha256 TEXT NOT NULL,
  message_sha256 TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'sending', 'accepted', 'deferred', 'refused', 'unknown')),
  before TEXT NOT NULL DEFAULT 'planned' CHECK (before IN ('planned', 'deferred')),
  attempts INTEGER NOT NULL DEFAULT 0,
  code INTEGER NOT NULL DEFAULT 0,
  answer TEXT NOT NULL DEFAULT '',
  date INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL,
  next INTEGER NOT NULL DEFAULT 0,
  bounce TEXT NOT NULL DEFAULT '',
  bounce_answer TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE history (
  number INTEGER NOT NULL PRIMARY KEY,
  key TEXT NOT NULL REFERENCES message (key),
  time INTEGER NOT NULL,
  event TEXT NOT NULL,
  code INTEGER NOT NULL,
  answer TEXT NOT NULL
) STRICT;
CREATE INDEX history_of_message ON history (key);
CREATE TRIGGER accepted_is_final BEFORE UPDATE OF state ON message
  WHEN OLD.state = 'accepted' AND NEW.state <> 'accepted'
  BEGIN SELECT RAISE(ABORT, 'an accepted message stays accepted'); END;
CREATE TRIGGER messages_stay BEFORE DELETE ON message
  BEGIN SELECT RAISE(ABORT, 'no message is forgotten'); END;
CREATE TRIGGER history_stays BEFORE DELETE ON history
  BEGIN SELECT RAISE(ABORT, 'no history is forgotten'); END;
)";

}  // namespace

LedgerStatement::LedgerStatement(sqlite3* database, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
  statement_.reset(statement);
}

LedgerStatement& LedgerStatement::bind(int parameter, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), parameter, text.data() ? text.data() : "", text.size(), SQLITE_TRANSIENT,
                      SQLITE_UTF8);
  return *this;
}

LedgerStatement& LedgerStatement::bind(int parameter, std::int64_t number) {
  sqlite3_bind_int64(statement_.get(), parameter, number);
  return *this;
}

int LedgerStatement::step() { return statement_ ? sqlite3_step(statement_.get()) : SQLITE_ERROR; }

std::string LedgerStatement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  return text ? std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)))
              : std::string();
}

Result<LedgerDatabase> LedgerDatabase::open(const std::string& path) {
  // SQLite would make it readable for all; what it writes beside the file has the file's permissions.
  if (auto problem = make_private_file(path)) return *problem;
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX, nullptr);
  LedgerDatabase database(path, opened);
  if (!opened) return error_at({path}, "can't open the ledger: out of memory");
  if (code != SQLITE_OK) return database.problem();
  if (auto problem = database.prepare_file()) return *problem;
  return database;
}

std::optional<Problem> LedgerDatabase::prepare_file() const {
  sqlite3_busy_timeout(database_.get(), kPatience);
  sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, static_cast<int*>(nullptr));
  sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, static_cast<int*>(nullptr));
  // Before anything is written, lest another program's file is changed.
  LedgerStatement tables = prepare("SELECT count(*) FROM sqlite_schema");
  if (tables.step() != SQLITE_ROW) return problem();
  const bool is_new = tables.number(0) == 0 && pragma("PRAGMA application_id") == 0;
  if (!is_new)
    if (auto refused = refuse_what_is_no_ledger()) return refused;
  tables = prepare("PRAGMA journal_mode=WAL");
  if (tables.step() != SQLITE_ROW || tables.text(0) != "wal") return problem();
  tables = LedgerStatement(nullptr, "");
  if (auto failed = run("PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;")) return failed;
  return is_new ? make_tables() : std::nullopt;
}

/// Two processes may come here at once: the second finds the tables made.
std::optional<Problem> LedgerDatabase::make_tables() const {
  LedgerTransaction transaction(*this);
  if (transaction.problem()) return transaction.problem();
  if (pragma("PRAGMA user_version") == kLedgerVersion) return std::nullopt;
  if (auto failed = run(kLedgerTables)) return failed;
  const std::string marks =
      fmt::format("PRAGMA application_id={}; PRAGMA user_version={};", kLedgerApplication, kLedgerVersion);
  if (auto failed = run(marks.c_str())) return failed;
  return transaction.commit();
}

std::optional<Problem> LedgerDatabase::refuse_what_is_no_ledger() const {
  if (pragma("PRAGMA application_id") != kLedgerApplication)
    return error_at({path_}, "this database is not a ledger of messages",
                    "move it away if nothing has been sent with this survey");
  if (const std::int64_t version = pragma("PRAGMA user_version"); version != kLedgerVersion)
    return error_at({path_},
                    fmt::format("the ledger has version {}, and this program knows {}", version, kLedgerVersion),
                    "use the program that made it");
  LedgerStatement check = prepare("PRAGMA quick_check(1)");
  if (check.step() != SQLITE_ROW) return problem();
  if (const std::string found = check.text(0); found != "ok")
    return error_at({path_}, "the ledger is damaged: " + found,
                    "put a copy of it back; without it nobody knows what has been sent");
  return std::nullopt;
}

std::int64_t LedgerDatabase::pragma(const char* sql) const {
  LedgerStatement statement = prepare(sql);
  return statement.step() == SQLITE_ROW ? statement.number(0) : -1;
}

std::optional<Problem> LedgerDatabase::run(const char* sql) const {
  if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK) return std::nullopt;
  return problem();
}

Problem LedgerDatabase::problem() const {
  const int code = sqlite3_errcode(database_.get());
  const bool damaged = code == SQLITE_NOTADB || code == SQLITE_CORRUPT;
  return error_at({path_}, fmt::format("can't use the ledger: {}", sqlite3_errmsg(database_.get())),
                  damaged ? "put a copy of it back; without it nobody knows what has been sent" : "");
}

LedgerTransaction::LedgerTransaction(const LedgerDatabase& database)
    : database_(database), problem_(database.run("BEGIN IMMEDIATE")), open_(!problem_) {}

LedgerTransaction::~LedgerTransaction() {
  if (open_) database_.run("ROLLBACK");
}

std::optional<Problem> LedgerTransaction::commit() {
  if (problem_) return problem_;
  auto failed = database_.run("COMMIT");
  // After some errors SQLite has ended the transaction, after others (a full disk) it waits for the rollback.
  if (!failed) open_ = false;
  return failed;
}

}  // namespace mognad
