#include "input/sqlite_database.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace mognad {
namespace {

constexpr int kStep = 1000;                       // instructions of SQLite's machine
constexpr std::int64_t kStepsOfRow = 1000;        // a row of a plain table takes a few instructions for each column
constexpr std::int64_t kInstructionsOfByte = 20;  // to check a table: a row has as many bytes as columns at least

struct Setting {
  int name;
  int value;
};

constexpr Setting kSettings[] = {{SQLITE_DBCONFIG_DEFENSIVE, 1},      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                 {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                 {SQLITE_DBCONFIG_ENABLE_FKEY, 0},    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                 {SQLITE_DBCONFIG_DQS_DML, 0}};

constexpr Setting kLimits[] = {
    {SQLITE_LIMIT_ATTACHED, 0},          {SQLITE_LIMIT_EXPR_DEPTH, 50},           {SQLITE_LIMIT_COMPOUND_SELECT, 2},
    {SQLITE_LIMIT_FUNCTION_ARG, 8},      {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100}, {SQLITE_LIMIT_VARIABLE_NUMBER, 0},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 1},     {SQLITE_LIMIT_WORKER_THREADS, 0},        {SQLITE_LIMIT_VDBE_OP, 250'000},
    {SQLITE_LIMIT_SQL_LENGTH, 1'000'000}};

// Nothing in temporary files, and no expression of the file's author is computed by a check.
constexpr const char* kPragmas =
    "PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY; PRAGMA ignore_check_constraints=ON;";

std::string text_of(sqlite3_stmt* statement, int column) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  return text ? std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))) : std::string();
}

bool is_one_of(const char* name, std::initializer_list<std::string_view> names) {
  return name && std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::string sql_quoted(const std::string& text, char quote) {
  std::string quoted(1, quote);
  for (const char c : text) quoted.append(c == quote ? 2 : 1, c);
  return quoted + quote;
}

SqliteDatabase::SqliteDatabase(const FileReader& file, const InputLimits& limits) : vfs_(file) {
  sqlite3* database = nullptr;
  sqlite3_open_v2("database", &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, vfs_.name());
  database_.reset(database);
  if (database) protect(limits);
}

void SqliteDatabase::protect(const InputLimits& limits) {
  sqlite3* database = database_.get();
  for (const Setting& setting : kSettings)
    sqlite3_db_config(database, setting.name, setting.value, static_cast<int*>(nullptr));
  for (const Setting& limit : kLimits) sqlite3_limit(database, limit.name, limit.value);
  // The schema's own rows must be readable under any limit.
  const std::int64_t longest = std::clamp<std::int64_t>(limits.row_bytes, 1'000'000, 1'000'000'000);
  sqlite3_limit(database, SQLITE_LIMIT_LENGTH, static_cast<int>(longest));
  sqlite3_exec(database, kPragmas, nullptr, nullptr, nullptr);
  sqlite3_progress_handler(database, kStep, spend, this);
  sqlite3_set_authorizer(database, authorize, this);
}

int SqliteDatabase::authorize(void* self, int action, const char* first, const char*, const char*, const char*) {
  const std::string& allowed = static_cast<SqliteDatabase*>(self)->allowed_;
  if (action == SQLITE_SELECT) return SQLITE_OK;
  if (action == SQLITE_READ && is_one_of(first, {"sqlite_master", "sqlite_schema"})) return SQLITE_OK;
  if (action == SQLITE_READ && is_one_of(first, {allowed})) return SQLITE_OK;
  if (action == SQLITE_PRAGMA && is_one_of(first, {"quick_check", "table_info"})) return SQLITE_OK;
  return SQLITE_DENY;
}

int SqliteDatabase::spend(void* self) { return --static_cast<SqliteDatabase*>(self)->budget_ < 0; }

SqliteStatement SqliteDatabase::prepare(const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  budget_ = kStepsOfRow;
  if (database_) sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &statement, nullptr);
  return SqliteStatement(statement);
}

int SqliteDatabase::step(sqlite3_stmt* statement) {
  budget_ = kStepsOfRow;
  return sqlite3_step(statement);
}

std::optional<SqliteDatabase::Names> SqliteDatabase::names() {
  const SqliteStatement statement =
      prepare("SELECT type, name, rootpage FROM sqlite_schema WHERE type IN ('table', 'view')");
  if (!statement) return std::nullopt;
  Names names;
  int code = SQLITE_ROW;
  while ((code = step(statement.get())) == SQLITE_ROW) {
    std::string name = text_of(statement.get(), 1);
    if (name.starts_with("sqlite_")) continue;
    // A virtual table has no page of its own.
    const bool has_rows = text_of(statement.get(), 0) == "table" && sqlite3_column_int64(statement.get(), 2) > 0;
    (has_rows ? names.tables : names.others).push_back(std::move(name));
  }
  if (code != SQLITE_DONE) return std::nullopt;
  return names;
}

std::string SqliteDatabase::damage(const std::string& table) {
  const SqliteStatement statement = prepare(fmt::format("PRAGMA main.quick_check({})", sql_quoted(table, '\'')));
  if (!statement) return error();
  budget_ = kStepsOfRow + static_cast<std::int64_t>(vfs_.size()) * kInstructionsOfByte / kStep;
  if (sqlite3_step(statement.get()) != SQLITE_ROW) return error();
  const std::string found = text_of(statement.get(), 0);
  return found == "ok" ? "" : found;
}

/// ", "-separated names of the columns of a table's primary key, in its order.
std::string SqliteDatabase::key_of(const std::string& table) {
  const SqliteStatement statement = prepare(fmt::format("PRAGMA main.table_info({})", sql_quoted(table, '\'')));
  std::map<int, std::string> key;
  while (statement && step(statement.get()) == SQLITE_ROW)
    if (const int position = sqlite3_column_int(statement.get(), 5); position > 0)
      key[position] = sql_quoted(text_of(statement.get(), 1), '"');
  std::string names;
  for (const auto& [position, name] : key) names += (names.empty() ? "" : ", ") + name;
  return names;
}

SqliteStatement SqliteDatabase::rows_of(const std::string& table) {
  const std::string name = sql_quoted(table, '"');
  // Without an index the rows come as they lie in the table's own tree, by row id. A table that has none is an index
  // itself, and another that holds all columns may be taken for it.
  if (prepare(fmt::format("SELECT rowid FROM main.{}", name)))
    return prepare(fmt::format("SELECT * FROM main.{} NOT INDEXED", name));
  const std::string key = key_of(table);
  if (key.empty()) return nullptr;
  return prepare(fmt::format("SELECT * FROM main.{} ORDER BY {}", name, key));
}

std::string SqliteDatabase::error() const {
  if (vfs_.problem()) return vfs_.problem()->message;
  return database_ ? sqlite3_errmsg(database_.get()) : "out of memory";
}

}  // namespace mognad
