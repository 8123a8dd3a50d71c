#include "input/read_imports.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "input/field_number.h"
#include "language/edit_distance.h"
#include "language/normalise.h"

namespace mognad {
namespace {

using Kind = FieldSource::Kind;
using Statements = AnswerImport::Statements;

constexpr std::int64_t kMostColumns = 1'000'000;

/// What an export of a program looks like as it leaves it; every key of the import comes before.
struct Preset {
  const char* name;
  const char* respondent;
  const char* complete;  // null: every row counts
  const char* date;      // null, or a column that may be missing
  Statements statements;
  const char* pattern;
  const char* date_in_swedish = "";
};
constexpr std::array kPresets{
    // LimeSurvey, "Question code" as heads: id, submitdate, …, G01Q01[p01]. Source: LimeSurvey manual, "Exporting
    // results".
    Preset{"limesurvey", "id", "submitdate", nullptr, Statements::pattern, "*[{statement}]"},
    // LimeSurvey, "Full question text" as heads.
    Preset{"limesurvey-texts", "Response ID", "Date submitted", nullptr, Statements::texts, ""},
    // Microsoft Forms, "Open in Excel": ID, Start time, Completion time, Email, Name, then the questions.
    Preset{"forms", "ID", nullptr, "Completion time", Statements::texts, "", "Slutförandetid"},
};

class ImportReader {
 public:
  explicit ImportReader(TableReader& table) : table_(table) { import_.place = table.place(); }

  AnswerImport read() {
    read_preset();
    import_.skip_rows = static_cast<int>(table_.integer_or("skip_rows", 0, 0, 1000));
    import_.prefix = table_.text_or("prefix", "");
    import_.head_rows = static_cast<int>(table_.integer_or("head_rows", import_.head_rows, 1, 10));
    read_file();
    read_source("organisation", import_.organisation);
    read_source("year", import_.year);
    read_source("unit", import_.unit);
    read_source("respondent", import_.respondent);
    read_source("statement", import_.statement);
    read_source("answer", import_.answer);
    read_source("date", import_.date);
    read_source("complete", import_.complete);
    read_statements();
    read_columns();
    import_.labels = words("labels");
    import_.organisations = words("organisations");
    import_.units = words("units");
    table_.finish();
    return std::move(import_);
  }

 private:
  void read_preset() {
    const std::string name = table_.text_or("layout", "");
    if (name.empty()) return;
    std::vector<std::string> known;
    for (const Preset& preset : kPresets) {
      known.emplace_back(preset.name);
      if (name == preset.name) apply(preset);
    }
    if (std::find(known.begin(), known.end(), name) == known.end())
      table_.error("layout", fmt::format("there is no layout '{}'", excerpt(name)), hint_for(name, known));
  }

  void apply(const Preset& preset) {
    const auto source = [&](const char* column) {
      FieldSource made = AnswerImport::named(column, true);
      made.place = table_.place_of("layout");
      return made;
    };
    import_.respondent = source(preset.respondent);
    if (preset.complete) import_.complete = source(preset.complete);
    if (preset.date) import_.date = source(preset.date);
    import_.date.required = false;
    import_.date.other = preset.date_in_swedish;
    import_.statements = preset.statements;
    import_.pattern = preset.pattern;
    // These programs write a row for each respondent.
    import_.statement = import_.answer = {};
  }

  void read_file() {
    import_.encoding = table_.text_or("encoding", "");
    static const std::vector<std::string> encodings{"utf-8", "utf-16le", "utf-16be", "windows-1252"};
    if (!import_.encoding.empty() && std::find(encodings.begin(), encodings.end(), import_.encoding) == encodings.end())
      table_.error("encoding", fmt::format("there is no encoding '{}'", excerpt(import_.encoding)),
                   hint_for(import_.encoding, encodings));
    const std::string separator = table_.text_or("separator", "");
    if (separator == "tab") import_.separator = '\t';
    else if (separator == "," || separator == ";") import_.separator = separator.front();
    else if (!separator.empty())
      table_.error("separator", fmt::format("'{}' separates no columns", excerpt(separator)),
                   "expected \",\", \";\" or \"tab\"");
  }

  /// A name, a place, or a table that says which of them.
  void read_source(const char* key, FieldSource& source) {
    const TomlValue* value = table_.value(key);
    if (!value) return;
    source = {};
    source.place = value->place;
    if (value->kind == TomlValue::Kind::text) {
      source.kind = Kind::column;
      source.text = normalised(value->text);
    } else if (value->kind == TomlValue::Kind::integer) {
      const bool is_year = std::string_view(key) == "year" && year_number(std::to_string(value->integer));
      source.kind = is_year ? Kind::value : Kind::position;
      if (is_year) source.text = std::to_string(value->integer);
      else source.position = position_of(key, value->integer);
    } else if (value->kind == TomlValue::Kind::table) {
      TableReader table = table_.table(key);
      read_source_table(table, source);
    } else {
      table_.error(
          key,
          fmt::format("'{}' is {}, expected the name of a column, its place, or a table", key, describe(value->kind)),
          "organisation = \"Kommun\", organisation = 3 or organisation = { value = \"1490\" }");
    }
  }

  void read_source_table(TableReader& table, FieldSource& source) {
    constexpr std::array kinds{std::pair{"column", Kind::column}, std::pair{"pattern", Kind::pattern},
                               std::pair{"value", Kind::value}, std::pair{"date", Kind::date}};
    int found = 0;
    for (const auto& [key, kind] : kinds) {
      if (!table.has(key)) continue;
      source.kind = kind;
      source.text = table.text_or_number(key);
      ++found;
    }
    if (table.has("position")) {
      source.kind = Kind::position;
      source.position = static_cast<int>(table.integer("position", 1, kMostColumns));
      ++found;
    }
    if (table.flag_or("row", false)) {
      source.kind = Kind::row;
      ++found;
    }
    if (found != 1)
      table_.error_at_place(source.place,
                            fmt::format("'{}' says {}", table.name(), found == 0 ? "nothing" : "more than one thing"),
                            "one of 'column', 'pattern', 'position', 'value', 'date' and 'row = true'");
    table.finish();
  }

  int position_of(const char* key, std::int64_t position) {
    if (position >= 1 && position <= kMostColumns) return static_cast<int>(position);
    table_.error(key, fmt::format("'{}' is column {}", key, position), "columns are counted from 1");
    return 1;
  }

  void read_statements() {
    const TomlValue* value = table_.value("statements");
    if (!value) return;
    import_.statement = import_.answer = {};
    if (value->kind == TomlValue::Kind::table) return read_statement_table();
    if (value->kind == TomlValue::Kind::text && value->text == "ids") import_.statements = Statements::ids;
    else if (value->kind == TomlValue::Kind::text && value->text == "texts") import_.statements = Statements::texts;
    else
      table_.error("statements", "'statements' names no way to know the statements' columns",
                   "\"ids\", \"texts\", { pattern = \"Q1[{statement}]\" } or { first = 7 }");
  }

  void read_statement_table() {
    TableReader table = table_.table("statements");
    if (table.has("first")) {
      import_.statements = Statements::positions;
      import_.first_position = static_cast<int>(table.integer("first", 1, kMostColumns));
    } else {
      import_.statements = Statements::pattern;
      import_.pattern = table.text("pattern");
      if (import_.pattern.find("{statement}") == std::string::npos && table.has("pattern"))
        table.error("pattern", fmt::format("the pattern '{}' has no place for the statement", excerpt(import_.pattern)),
                    "write {statement} where its id stands: \"Q1[{statement}]\"");
    }
    table.finish();
  }

  void read_columns() {
    TableReader columns = table_.table_or_empty("columns");
    for (const std::string& id : columns.keys()) {
      const TomlValue* value = columns.value(id);
      FieldSource source = AnswerImport::named("", true);
      source.place = value->place;
      if (value->kind == TomlValue::Kind::text) {
        source.text = normalised(value->text);
      } else if (value->kind == TomlValue::Kind::integer) {
        source.kind = Kind::position;
        source.position = position_of("columns", value->integer);
      } else {
        columns.error(id,
                      fmt::format("'{}' is {}, expected the name of a column or its place", id, describe(value->kind)));
        continue;
      }
      import_.columns.emplace_back(normalised(id), std::move(source));
    }
  }

  /// Texts of the file and what they stand for.
  std::map<std::string, std::string> words(const char* key) {
    std::map<std::string, std::string> found;
    TableReader table = table_.table_or_empty(key);
    for (const std::string& word : table.keys()) found[normalised(word)] = table.text_or_number(word);
    return found;
  }

  TableReader& table_;
  AnswerImport import_;
};

}  // namespace

std::vector<AnswerImport> read_imports(TableReader& root,
                                       const std::function<std::string(const std::string&)>& resolve) {
  std::vector<AnswerImport> imports;
  for (TableReader& table : root.tables("imports")) {
    const std::string file = table.text("file");
    AnswerImport import = ImportReader(table).read();
    import.path = resolve(file);
    imports.push_back(std::move(import));
  }
  return imports;
}

}  // namespace mognad
