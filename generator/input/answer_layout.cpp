#include "input/answer_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "input/column_pattern.h"
#include "input/statement_texts.h"
#include "language/edit_distance.h"
#include "language/normalise.h"

namespace mognad {
namespace {

using Kind = FieldSource::Kind;

/// The model's statements in their order, and every id that one of them had in an earlier version.
struct StatementIds {
  std::vector<std::string> now;
  std::set<std::string, std::less<>> ever;

  explicit StatementIds(const Model& model) {
    for (const NodeIndex node : model.at(Level::statement)) now.push_back(model.node(node).id);
    ever.insert(now.begin(), now.end());
    for (const ModelVersion& version : model.earlier)
      for (const auto& [id, node] : version.statements) ever.insert(id);
  }
};

class LayoutFinder {
 public:
  LayoutFinder(DataTable& table, const AnswerImport& import, const Model& model, Problems& problems)
      : table_(table), import_(import), model_(model), ids_(model), problems_(problems) {}

  std::optional<AnswerLayout> find() {
    layout_.organisation = field(import_.organisation, "organisation");
    layout_.year = field(import_.year, "year");
    layout_.unit = field(import_.unit, "unit");
    layout_.respondent = field(import_.respondent, "respondent");
    layout_.date = field(import_.date, "date");
    layout_.complete = field(import_.complete, "complete");
    layout_.statement = field(import_.statement, "statement").column;
    layout_.answer = field(import_.answer, "answer").column;
    find_statements();
    if (!whole_) return std::nullopt;
    return std::move(layout_);
  }

 private:
  /// Where a problem with a source is put right: its place in survey.toml, or the head of the file.
  Place place_of(const FieldSource& source) const {
    return source.place.line > 0 ? source.place : table_.place_of_head(0);
  }

  void error(const FieldSource& source, std::string message, std::string hint) {
    problems_.push_back(error_at(place_of(source), std::move(message), std::move(hint)));
    whole_ = false;
  }

  AnswerLayout::Field field(const FieldSource& source, const char* what) {
    switch (source.kind) {
      case Kind::none: return {};
      case Kind::value: return {std::nullopt, source.text};
      case Kind::row: return {.row_number = true};
      default: return {.column = column(source, what), .of_date = source.kind == Kind::date};
    }
  }

  std::optional<std::size_t> column(const FieldSource& source, const char* what) {
    const std::vector<std::size_t> found = columns(source);
    if (found.size() == 1) {
      used_.insert(found[0]);
      return found[0];
    }
    if (found.size() > 1 && source.place.line == 0) {
      problems_.push_back(
          error_at(table_.place_of_head(found[1]), fmt::format("column '{}' stands twice in the head", source.text)));
      whole_ = false;
    } else if (found.size() > 1) {
      error(source,
            fmt::format("{} columns of {} are called '{}', expected one for '{}'", found.size(), table_.file(),
                        source.text, what),
            "name the column by its place: { position = 3 }");
    } else if (source.kind == Kind::position) {
      error(source,
            fmt::format("'{}' is column {}, but {} has {} columns", what, source.position, table_.file(),
                        table_.heads().size()),
            "columns are counted from 1");
    } else if (source.required) {
      error(source,
            source.place.line > 0 ? fmt::format("{} has no column '{}' for '{}'", table_.file(), source.text, what)
                                  : fmt::format("column '{}' is missing", source.text),
            nearest_head(source.text));
    }
    return std::nullopt;
  }

  std::vector<std::size_t> columns(const FieldSource& source) const {
    const auto fits = [&](const std::string& head) {
      if (source.kind == Kind::pattern) return fit_pattern(source.text, head).has_value();
      return head == source.text || (!source.other.empty() && head == source.other);
    };
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < table_.heads().size(); ++i) {
      const auto& heads = table_.heads()[i];
      const bool in_place = static_cast<int>(i) + 1 == source.position;
      if (source.kind == Kind::position ? in_place : std::any_of(heads.begin(), heads.end(), fits)) found.push_back(i);
    }
    return found;
  }

  std::string nearest_head(const std::string& name) const {
    const auto near = nearest_name(name, table_.head());
    return near
               ? fmt::format("is it the column '{}'?", excerpt(*near))
               : fmt::format("the head has {} columns; the file was read as {}", table_.head().size(), table_.format());
  }

  void find_statements() {
    if (layout_.is_long()) return;
    if (layout_.statement || layout_.answer) {
      const FieldSource& missing = layout_.statement ? import_.answer : import_.statement;
      error(missing, fmt::format("column '{}' is missing", missing.text), nearest_head(missing.text));
      return;
    }
    for (const auto& [id, source] : import_.columns)
      if (known_statement(id, source))
        if (const auto found = column(source, id.c_str())) add(*found, id);
    if (import_.statements == AnswerImport::Statements::positions) add_positions();
    else add_named();
    if (layout_.statements.empty()) report_no_statement();
    else list_rest();
  }

  bool known_statement(const std::string& id, const FieldSource& source) {
    if (ids_.ever.count(id)) return true;
    error(source, fmt::format("the model has no statement '{}'", excerpt(id)), hint_for(id, ids_.now));
    return false;
  }

  void add(std::size_t column, const std::string& id) {
    const auto [first, added] = column_of_.emplace(id, column);
    if (!added && first->second != column) {
      problems_.push_back(
          error_at(table_.place_of_head(column),
                   fmt::format("the statement '{}' has a second column; its first is column {}", id, first->second + 1),
                   "take one of them away, or name the right one under [imports.columns]"));
      whole_ = false;
    }
    if (added) layout_.statements.push_back({column, id});
    used_.insert(column);
  }

  void add_positions() {
    for (std::size_t i = 0; i < ids_.now.size(); ++i) {
      const std::size_t column = static_cast<std::size_t>(import_.first_position) - 1 + i;
      if (column >= table_.heads().size()) continue;
      check_position(column, ids_.now[i]);
      add(column, ids_.now[i]);
    }
  }

  /// A head that names another statement than the one in whose place it stands: the places are off.
  void check_position(std::size_t column, const std::string& id) {
    if (!texts_) texts_.emplace(model_);
    for (const std::string& head : table_.heads()[column]) {
      const auto in_brackets = fit_pattern("*[{statement}]", head);
      const auto by_text = texts_->statement_in(head);
      const std::string named = by_text ? *by_text : in_brackets ? *in_brackets : head;
      if (named == id || !ids_.ever.count(named)) continue;
      problems_.push_back(error_at(table_.place_of_head(column),
                                   fmt::format("the column '{}' stands in the place of '{}'", excerpt(head), id),
                                   "correct 'statements.first', or name the columns in another way"));
      whole_ = false;
      return;
    }
  }

  /// The statement that a head names, by the import's way.
  std::optional<std::string> statement_in(const std::string& head) {
    if (import_.statements == AnswerImport::Statements::ids)
      return ids_.ever.count(head) ? std::optional(head) : std::nullopt;
    if (import_.statements == AnswerImport::Statements::pattern) {
      const auto id = fit_pattern(import_.pattern, head);
      return id && ids_.ever.count(*id) ? id : std::nullopt;
    }
    if (!texts_) texts_.emplace(model_);
    return texts_->statement_in(head);
  }

  void add_named() {
    for (std::size_t i = 0; i < table_.heads().size(); ++i) {
      if (used_.count(i)) continue;
      for (const std::string& head : table_.heads()[i])
        if (const auto id = statement_in(head)) {
          add(i, *id);
          break;
        }
    }
  }

  void list_rest() {
    for (std::size_t i = 0; i < table_.head().size(); ++i)
      if (!used_.count(i) && !table_.head()[i].empty()) layout_.not_used.push_back(table_.head()[i]);
    for (const std::string& id : ids_.now) {
      if (column_of_.count(id)) continue;
      const auto near = nearest_name(id, layout_.not_used);
      layout_.missing.push_back({id, near ? fmt::format("is it the column '{}'?", excerpt(*near))
                                          : "nobody's answer to it counts; is the file whole?"});
    }
  }

  void report_no_statement() {
    FieldSource whole;
    whole.place = import_.place;
    error(whole,
          fmt::format("{} has neither columns 'statement' and 'answer' nor a column for any statement", table_.file()),
          hint_for_statements(ids_.now.front()));
  }

  std::string hint_for_statements(const std::string& first) const {
    const auto near = nearest_name(first, table_.head());
    if (near && comparable(*near) == comparable(first))
      return fmt::format("is the column '{}' the statement '{}'? Then write it so", excerpt(*near), first);
    return fmt::format(
        "a row for each answer, or a row for each respondent with the statements ({}, …) as columns; "
        "[[imports]] in survey.toml says what other columns mean",
        first);
  }

  DataTable& table_;
  const AnswerImport& import_;
  const Model& model_;
  const StatementIds ids_;
  Problems& problems_;
  AnswerLayout layout_;
  std::map<std::string, std::size_t> column_of_;
  std::set<std::size_t> used_;
  std::optional<StatementTexts> texts_;
  bool whole_ = true;
};

}  // namespace

std::optional<AnswerLayout> find_answer_layout(DataTable& table, const AnswerImport& import, const Model& model,
                                               Problems& problems) {
  return LayoutFinder(table, import, model, problems).find();
}

}  // namespace mognad
