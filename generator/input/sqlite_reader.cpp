#include "input/sqlite_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "input/limit_problem.h"
#include "input/utf8.h"
#include "input/writable_text.h"
#include "language/edit_distance.h"

namespace mognad {
namespace {

constexpr std::size_t kHeader = 100;
constexpr const char* kClose = "close the program that writes it, then try again";
constexpr const char* kDamaged = "\"PRAGMA integrity_check\" in sqlite3 says more; export the data again";

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; (at = first_unusual(text, at)) < text.size();) {
    const Utf8Character character = first_character(text.substr(at));
    if (character.state != Utf8Character::State::whole) return false;
    at += character.length;
  }
  return true;
}

std::optional<std::string> header_of(const FileReader& file, Problems& problems) {
  std::string header(kHeader, '\0');
  const auto got = file.read_at(0, header).take(problems);
  if (!got) return std::nullopt;
  header.resize(*got);
  return header;
}

/// Whether the file beside a database holds changes; a journal that was done with begins with nulls
/// (sqlite.org/fileformat.html, 3 and 4).
bool holds_changes(const std::string& path, bool nulls_are_none, const Files& files) {
  if (!files.exists(path)) return false;
  const auto file = files.open(path);
  char first = 0;
  if (!file || !(*file)->read_at(0, {&first, 1})) return true;
  return (*file)->size() > 0 && (first != '\0' || !nulls_are_none);
}

std::string changes_of(const TableInput& input) {
  return input.files ? changes_beside(input.table.path, *input.files) : std::string();
}

bool has_changes_beside(const TableInput& input) {
  const std::string beside = changes_of(input);
  if (beside.empty()) return false;
  input.problems.push_back(error_at(
      {input.table.path}, fmt::format("the database is in use, or was not closed: changes lie in {}", beside), kClose));
  return true;
}

std::optional<std::string> refuse(const TableInput& input, std::string message, std::string hint) {
  input.problems.push_back(error_at({input.table.path}, std::move(message), std::move(hint)));
  return std::nullopt;
}

/// The table of the part, of the role, or the only one.
std::optional<std::string> choose_table(const SqliteDatabase::Names& names, const TableInput& input) {
  const auto& [tables, others] = names;
  const auto among = [](const std::vector<std::string>& all, const std::string& name) {
    return std::find(all.begin(), all.end(), name) != all.end();
  };
  const auto& [path, part, role, separator, encoding] = input.table;
  const std::string wanted = part.empty() ? role : part;
  if (among(tables, wanted)) return wanted;
  if (among(others, wanted))
    return refuse(input, fmt::format("'{}' is a view or a virtual table, expected a table", excerpt(wanted)),
                  "make a table of it: CREATE TABLE … AS SELECT * FROM …");
  if (!part.empty())
    return refuse(input, fmt::format("there is no table '{}' in the database", excerpt(part)), hint_for(part, tables));
  if (tables.size() == 1) return tables[0];
  if (tables.empty()) return refuse(input, "the database holds no table", {});
  std::vector<std::string> quoted;
  for (const std::string& table : tables) quoted.push_back(excerpt(table));
  return refuse(input, fmt::format("the database holds several tables: '{}'", fmt::join(quoted, "', '")),
                fmt::format("name one in survey.toml: \"{}#{}\"", path, quoted[0]));
}

}  // namespace

std::string changes_beside(const std::string& database, const Files& files) {
  for (const char* ending : {"-wal", "-journal"})
    if (holds_changes(database + ending, std::string_view(ending) == "-journal", files)) return database + ending;
  return {};
}

SqliteReader::SqliteReader(TableInput input, std::unique_ptr<SqliteDatabase> database, std::string table,
                           SqliteStatement rows, std::string header)
    : input_(std::move(input)),
      database_(std::move(database)),
      table_(std::move(table)),
      rows_(std::move(rows)),
      header_(std::move(header)),
      place_(fmt::format("{}[{}]", input_.table.path, excerpt(table_))),
      problems_(place_, input_.problems),
      columns_(sqlite3_column_count(rows_.get())) {}

bool SqliteReader::refuse(std::string message, std::string hint) {
  return refuse(error_at(place(0), std::move(message), std::move(hint)));
}

bool SqliteReader::refuse(Problem problem) {
  input_.problems.push_back(std::move(problem));
  return false;
}

bool SqliteReader::next() {
  if (ended_) return false;
  ++row_;
  ended_ = !(row_ == 1 ? read_head() : read_row());
  if (ended_) problems_.done();
  return !ended_;
}

bool SqliteReader::read_head() {
  if (columns_ > input_.limits.columns)
    return refuse(limit_problem(place(0), "the table has", input_.limits.columns, "columns"));
  for (int i = 0; i < columns_; ++i) {
    fields_.emplace_back(sqlite3_column_name(rows_.get(), i));
    if (!is_utf8(fields_.back())) return refuse("the name of a column is not UTF-8", {});
  }
  return true;
}

bool SqliteReader::read_row() {
  const int code = database_->step(rows_.get());
  if (code != SQLITE_ROW) return end(code);
  if (row_ - 1 > input_.limits.rows)
    return refuse(limit_problem(place(0), "the table has", input_.limits.rows, "rows"));
  return show_row();
}

/// What was read is whole only if nobody wrote to the file meanwhile: every change alters the header or lies beside.
bool SqliteReader::end(int code) {
  if (database_->too_large())
    return refuse(limit_problem(place(0), "the row has", input_.limits.row_bytes, "row_bytes"));
  const auto header = header_of(*input_.file, input_.problems);
  if (header && (*header != header_ || !changes_of(input_).empty())) {
    input_.problems.push_back(error_at({input_.table.path}, "the database was changed while it was read", kClose));
    return false;
  }
  if (code != SQLITE_DONE) refuse(fmt::format("SQLite can't read the row: {}", database_->error()), kDamaged);
  return false;
}

bool SqliteReader::show_row() {
  fields_.clear();
  numbers_.resize(static_cast<std::size_t>(columns_));
  std::size_t bytes = 0;
  for (int i = 0; i < columns_; ++i) {
    fields_.push_back(text_at(i));
    const std::size_t size = fields_.back().size();
    bytes += size;
    if (static_cast<std::int64_t>(size) > input_.limits.cell_bytes)
      return refuse(
          limit_problem(place(static_cast<std::size_t>(i)), "the cell has", input_.limits.cell_bytes, "cell_bytes"));
  }
  if (static_cast<std::int64_t>(bytes) <= input_.limits.row_bytes) return true;
  return refuse(limit_problem(place(0), "the row has", input_.limits.row_bytes, "row_bytes"));
}

std::string_view SqliteReader::text_at(int column) {
  std::string& number = numbers_[static_cast<std::size_t>(column)];
  switch (sqlite3_column_type(rows_.get(), column)) {
    case SQLITE_INTEGER: return number = std::to_string(sqlite3_column_int64(rows_.get(), column));
    case SQLITE_FLOAT: return number = fmt::format("{}", sqlite3_column_double(rows_.get(), column));
    case SQLITE_TEXT: return checked_text(column);
    case SQLITE_BLOB:
      tell("blob", column, "the cell holds bytes (a blob), expected a text or a number", "store it as TEXT");
      return {};
    default: return {};
  }
}

std::string_view SqliteReader::checked_text(int column) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(rows_.get(), column));
  if (!bytes) return {};
  const std::string_view text(bytes, static_cast<std::size_t>(sqlite3_column_bytes(rows_.get(), column)));
  if (text.find('\0') != std::string_view::npos) {
    const TextFault fault = null_character();
    tell(fault.kind, column, fault.message, fault.hint);
    return {};
  }
  if (is_utf8(text)) return text;
  tell("not UTF-8", column, "the text is not UTF-8", "store it as UTF-8");
  return {};
}

void SqliteReader::tell(std::string_view kind, int column, std::string message, std::string hint) {
  if (problems_.admits(Severity::error, kind))
    problems_.tell(error_at(place(static_cast<std::size_t>(column)), std::move(message), std::move(hint)));
}

Place SqliteReader::place(std::size_t field) const {
  return {place_, static_cast<int>(std::min<std::int64_t>(row_, 2'000'000'000)), static_cast<int>(field) + 1};
}

std::string SqliteReader::format() const { return fmt::format("SQLite, table '{}'", excerpt(table_)); }

std::unique_ptr<RowSource> open_sqlite(TableInput input) {
  if (has_changes_beside(input)) return nullptr;
  auto header = header_of(*input.file, input.problems);
  if (!header) return nullptr;
  const auto damaged = [&](const std::string& what) {
    refuse(input, fmt::format("SQLite can't read the file: {}", excerpt(what)), kDamaged);
    return nullptr;
  };
  auto database = std::make_unique<SqliteDatabase>(*input.file, input.limits);
  const auto names = database->names();
  if (!names) return damaged(database->error());
  auto table = choose_table(*names, input);
  if (!table) return nullptr;
  database->allow(*table);
  if (const std::string damage = database->damage(*table); !damage.empty()) return damaged(damage);
  SqliteStatement rows = database->rows_of(*table);
  if (!rows) return damaged(database->error());
  return std::make_unique<SqliteReader>(std::move(input), std::move(database), std::move(*table), std::move(rows),
                                        std::move(*header));
}

}  // namespace mognad
