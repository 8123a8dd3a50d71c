#include "input/answer_sheet.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "dataset/dataset.h"
#include "language/edit_distance.h"

namespace mognad {

AnswerSheet::AnswerSheet(const AnswerKeys& keys, const AnswerImport& import)
    : keys_(keys),
      import_(import),
      words_(keys.model(), import.labels),
      row_size_(static_cast<std::size_t>(keys.row_size())),
      before_(4) {}

void AnswerSheet::read(DataTable table) {
  file_ = table.file();
  if (table.head().empty()) return;  // told already
  if (auto layout = find_answer_layout(table, import_, keys_.model(), problems_)) {
    layout_ = std::move(*layout);
    read_rows(table);
    table.expect_rows();
    if (!layout_.is_long()) report_unused_columns();
  }
  table.done();
  format_ = table.format();
}

void AnswerSheet::read_rows(DataTable& table) {
  while (table.next()) {
    if (layout_.complete && !is_complete(table)) continue;
    if (layout_.is_long()) read_long(table);
    else read_wide(table);
  }
  if (unfinished_ > 0)
    problems_.push_back(note_at({file_}, fmt::format("{} rows were not finished and are left out", unfinished_),
                                fmt::format("their field '{}' is empty", import_.complete.text)));
}

bool AnswerSheet::is_complete(const DataTable& table) {
  const bool complete = !text(table, layout_.complete).empty();
  unfinished_ += !complete;
  return complete;
}

void AnswerSheet::read_long(DataTable& table) {
  const int person = person_of_row(table);
  // Which statements there were depends on the year, and that is not known of an unknown respondent.
  if (person < 0 && keys_.has_earlier_versions()) return;
  const int year = person < 0 ? 0 : people_[static_cast<std::size_t>(person)].year;
  const std::string_view id = table.field(*layout_.statement);
  // Most files list the statements in the same order for everyone.
  const auto& ids = keys_.statement_ids();
  const auto next = static_cast<std::size_t>(statement_before_ + 1) % ids.size();
  int statement = -1;
  if (!keys_.has_earlier_versions() && ids[next] == id) {
    statement = static_cast<int>(next);
  } else {
    const auto& known = keys_.statements(year);
    const auto found = find_id(known, id);
    if (found == known.end()) report_unknown_statement(table, year);
    else statement = found->second;
  }
  if (statement >= 0) statement_before_ = statement;
  set_answer(table, person, statement, *layout_.answer, id);
}

void AnswerSheet::report_unknown_statement(DataTable& table, int year) {
  const std::string_view id = table.field(*layout_.statement);
  const auto& known = keys_.statements(year);
  if (&known == &keys_.statements()) {
    table.error("unknown statement", *layout_.statement, fmt::format("the model has no statement '{}'", excerpt(id)),
                table.would_tell("unknown statement") ? hint_for(id, keys_.statement_ids()) : "");
    return;
  }
  std::vector<std::string> then;
  for (const auto& [statement, column] : known) then.push_back(statement);
  std::sort(then.begin(), then.end());
  table.error(
      "unknown statement", *layout_.statement,
      fmt::format("the version of the model that {} was measured with has no statement '{}'", year, excerpt(id)),
      hint_for(id, then));
}

/// A person or statement that is not known (−1) was told; the answer is looked at all the same.
void AnswerSheet::set_answer(DataTable& table, int person, int statement, std::size_t column, std::string_view id) {
  const std::string_view text = table.field(column);
  const auto answer = words_.answer(text);
  if (!answer)
    table.error("answer outside the scale", column,
                fmt::format("the answer '{}' is not a step of the scale", excerpt(text)),
                table.would_tell("answer outside the scale") ? words_.hint(text) : "");
  if (person < 0 || statement < 0 || !answer) return;
  std::int8_t& cell = answers_[static_cast<std::size_t>(person) * row_size_ + static_cast<std::size_t>(statement)];
  if (cell != kNotAsked)
    table.error("answered twice", layout_.statement.value_or(column),
                fmt::format("respondent '{}' has answered statement '{}' already",
                            excerpt(people_[static_cast<std::size_t>(person)].id), id),
                "each respondent answers a statement once a year");
  cell = *answer;
}

const std::vector<int>& AnswerSheet::columns_of(int year) {
  const auto [found, added] = columns_.try_emplace(year);
  if (!added) return found->second;
  const auto& known = keys_.statements(year);
  for (const AnswerLayout::StatementColumn& column : layout_.statements) {
    const auto statement = known.find(column.id);
    found->second.push_back(statement == known.end() ? -1 : statement->second);
  }
  return found->second;
}

void AnswerSheet::read_wide(DataTable& table) {
  const int person = person_of_row(table);
  const int year = person < 0 ? keys_.survey().year : people_[static_cast<std::size_t>(person)].year;
  if (person >= 0 && people_[static_cast<std::size_t>(person)].row != table.row()) {
    const Person& first = people_[static_cast<std::size_t>(person)];
    error(table, "respondent twice", layout_.respondent,
          fmt::format("respondent '{}' stands in row {} already", excerpt(first.id), first.row),
          "each respondent has one row a year: remove one of them or correct its id");
    return;
  }
  const std::vector<int>& statements = columns_of(year);
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const std::size_t column = layout_.statements[i].column;
    // A statement that the year's version didn't have stands empty.
    if (statements[i] < 0 && table.field(column).empty()) continue;
    if (statements[i] < 0)
      table.error("unknown statement", column,
                  fmt::format("the version of the model that {} was measured with has no statement '{}'", year,
                              layout_.statements[i].id),
                  "leave the field empty, or correct the year");
    else set_answer(table, person, statements[i], column, layout_.statements[i].id);
  }
}

std::set<AnswerSheet::Measured> AnswerSheet::measured() const {
  std::set<Measured> measured;
  for (const Person& person : people_) measured.emplace(person.organisation, person.year);
  return measured;
}

bool AnswerSheet::has_column(const std::string& statement) const {
  return layout_.is_long() || std::any_of(layout_.statements.begin(), layout_.statements.end(),
                                          [&](const auto& column) { return column.id == statement; });
}

std::optional<Problem> AnswerSheet::missing_columns(
    const std::function<bool(const std::string&, Measured)>& elsewhere) const {
  constexpr std::size_t kShown = 3;
  if (layout_.missing.empty()) return std::nullopt;
  const std::set<Measured> all = measured();
  std::vector<std::string> ids;
  std::string hint;
  for (const AnswerLayout::Missing& missing : layout_.missing) {
    const bool asked = std::any_of(all.begin(), all.end(), [&](const Measured& of) {
      return keys_.statements(of.second).count(missing.id) > 0 && !elsewhere(missing.id, of);
    });
    if (!asked) continue;
    if (ids.empty()) hint = missing.hint;
    ids.push_back(fmt::format("'{}'", missing.id));
  }
  if (ids.empty()) return std::nullopt;
  const std::size_t more = ids.size() > kShown ? ids.size() - kShown : 0;
  const bool one = ids.size() == 1;
  ids.resize(ids.size() - more);
  return warning_at({file_, 1},
                    fmt::format("no column holds the statement{} {}{}", one ? "" : "s", fmt::join(ids, ", "),
                                more > 0 ? fmt::format(" and {} more", more) : ""),
                    hint);
}

/// Columns that no one asked for.
void AnswerSheet::report_unused_columns() {
  constexpr std::size_t kShown = 10;
  std::vector<std::string> heads;
  for (const std::string& head : layout_.not_used)
    if (heads.size() < kShown) heads.push_back(fmt::format("'{}'", excerpt(head)));
  if (heads.empty()) return;
  const std::size_t more = layout_.not_used.size() - heads.size();
  problems_.push_back(note_at({file_, 1}, fmt::format("columns that are not read: {}{}", fmt::join(heads, ", "),
                                                      more > 0 ? fmt::format(" and {} more", more) : "")));
}

}  // namespace mognad
