#include "batch/compare_publications.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "base/rounding.h"
#include "export/csv/csv_text.h"
#include "files/output_names.h"
#include "input/open_rows.h"
#include "language/words.h"

namespace mognad {
namespace {

/// In the order of NumberChange::State.
constexpr std::array kStates{"changed", "new", "gone", "now withheld"};

std::optional<double> number_in(const std::string& text) {
  double value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// As it was before a formula's apostrophe was put in front.
std::string unguarded(std::string_view field) {
  if (field.size() > 1 && field[0] == '\'' && std::string_view("=+-@\t\r").find(field[1]) != std::string_view::npos)
    field.remove_prefix(1);
  return std::string(field);
}

/// A figure's table as it was published.
struct EarlierTable {
  struct Row {
    std::string name;
    std::map<std::string, std::string> cells;  // by column
  };
  std::vector<std::string> columns;
  std::vector<std::string> order;  // ids of rows
  std::map<std::string, Row> rows;
};

EarlierTable read_table(RowSource& source) {
  constexpr std::size_t kFirstCell = 2;  // behind id and name
  EarlierTable table;
  bool head = false;
  while (source.next()) {
    const auto& fields = source.fields();
    if (!head && !fields.empty() && fields[0].starts_with('#')) continue;  // that the data are an example
    if (!head) {
      for (std::size_t i = kFirstCell; i < fields.size(); ++i) table.columns.emplace_back(fields[i]);
      head = true;
      continue;
    }
    if (fields.size() < kFirstCell) continue;
    const std::string id = unguarded(fields[0]);
    if (!table.rows.contains(id)) table.order.push_back(id);
    EarlierTable::Row& row = table.rows[id];
    row.name = unguarded(fields[1]);
    for (std::size_t i = kFirstCell; i < fields.size() && i - kFirstCell < table.columns.size(); ++i)
      row.cells[table.columns[i - kFirstCell]] = unguarded(fields[i]);
  }
  return table;
}

double size_of(const NumberChange& change) { return std::abs(number_in(change.difference).value_or(0)); }

/// A reader asks for results first; how many they rest on varies every year.
int rank_of(DataColumn::Kind kind) {
  switch (kind) {
    case DataColumn::Kind::index:
    case DataColumn::Kind::difference: return 0;
    case DataColumn::Kind::coefficient: return 1;
    case DataColumn::Kind::share: return 2;
    case DataColumn::Kind::text:
    case DataColumn::Kind::count:
    case DataColumn::Kind::year: break;
  }
  return 3;
}

bool stands_before(const NumberChange& a, const NumberChange& b) {
  const bool changed = a.state == NumberChange::State::changed;
  if (changed != (b.state == NumberChange::State::changed)) return changed;
  if (!changed) return false;
  return std::pair(rank_of(a.kind), -size_of(a)) < std::pair(rank_of(b.kind), -size_of(b));
}

class Comparison {
 public:
  Comparison(std::span<const NationalFigure> figures, std::string language, const InputLimits& limits,
             const Files& files)
      : figures_(figures), ending_(fmt::format(".{}.csv", language)), limits_(limits), files_(files) {}

  Result<PublicationChanges> run(const std::string& folder) {
    std::set<std::string> names;
    for (const std::string& place : {join_path(folder, kFiguresFolder), folder})
      if (folder_ = place; !(names = figures_in(place)).empty()) break;
    if (names.empty())
      return error_at({folder}, fmt::format("there are no figures of an earlier year: no file *{}", ending_),
                      "name a folder that `mognad figures` has written in this language");
    for (const NationalFigure& figure : figures_) {
      if (figure.kind == FigureKind::matrix) {
        names.erase(figure.name);  // of its places nobody asks which are new and which are gone
        continue;
      }
      if (names.erase(figure.name) > 0) compare(figure);
      else problems_.push_back(note_at({folder_}, fmt::format("the earlier year has no figure '{}'", figure.name)));
    }
    for (const std::string& name : names)
      problems_.push_back(note_at({folder_}, fmt::format("the figure '{}' is not among those of this year", name)));
    if (has_errors(problems_)) return std::move(problems_);
    return {std::move(result_), std::move(problems_)};
  }

 private:
  std::set<std::string> figures_in(const std::string& folder) const {
    std::set<std::string> names;
    for (const std::string& file : files_.list(folder))
      if (file.ends_with(ending_) && file != "changes" + ending_)
        names.insert(file.substr(0, file.size() - ending_.size()));
    return names;
  }

  void compare(const NationalFigure& figure) {
    const std::string path = join_path(folder_, figure.name + ending_);
    const auto rows = open_rows({.path = path, .separator = ',', .encoding = "utf-8"}, files_, limits_, problems_);
    if (!rows) return;
    EarlierTable earlier = read_table(*rows);
    ++result_.figures;
    tell_columns(figure, earlier, path);
    const auto first = static_cast<std::ptrdiff_t>(result_.changes.size());
    for (const DataRow& row : figure.data.rows) compare(figure, row, earlier);
    for (const std::string& id : earlier.order)
      if (const auto left = earlier.rows.find(id); left != earlier.rows.end()) add_gone(figure, id, left->second);
    std::stable_sort(result_.changes.begin() + first, result_.changes.end(), stands_before);
  }

  /// A column of one year alone has nothing to be held against.
  void tell_columns(const NationalFigure& figure, const EarlierTable& earlier, const std::string& path) {
    const auto& columns = figure.data.columns;
    for (const std::string& id : earlier.columns)
      if (std::none_of(columns.begin(), columns.end(), [&](const DataColumn& column) { return column.id == id; }))
        problems_.push_back(
            note_at({path}, fmt::format("the column '{}' of '{}' is not there this year", id, figure.name)));
    for (const DataColumn& column : columns)
      if (!has_column(earlier, column.id))
        problems_.push_back(
            note_at({path}, fmt::format("the column '{}' of '{}' was not there before", column.id, figure.name)));
  }

  static bool has_column(const EarlierTable& earlier, const std::string& id) {
    return std::find(earlier.columns.begin(), earlier.columns.end(), id) != earlier.columns.end();
  }

  void compare(const NationalFigure& figure, const DataRow& row, EarlierTable& earlier) {
    const auto found = earlier.rows.find(row.id);
    for (std::size_t i = 0; i < figure.data.columns.size() && i < row.cells.size(); ++i) {
      const DataColumn& column = figure.data.columns[i];
      if (!has_column(earlier, column.id)) continue;
      const std::string before = found == earlier.rows.end() ? std::string() : found->second.cells[column.id];
      add({figure.name,
           row.id,
           row.name,
           column.id,
           before,
           plain_text(column, row.cells[i]),
           {},
           NumberChange::State::changed,
           column.kind});
    }
    if (found != earlier.rows.end()) earlier.rows.erase(found);
  }

  void add(NumberChange change) {
    const auto before = number_in(change.before), now = number_in(change.now);
    if (before && now) ++result_.numbers;
    if (change.before == change.now) return;
    if (before && now) change.difference = difference_of(*now - *before, decimals_of(change.kind));
    else if (now) change.state = NumberChange::State::added;
    else if (before && change.now == symbol_of(Missing::withheld)) change.state = NumberChange::State::withheld;
    else if (before) change.state = NumberChange::State::gone;
    else if (change.kind != DataColumn::Kind::text || change.before.empty())
      return;  // why there is no number is no change
    result_.changes.push_back(std::move(change));
  }

  /// Of the printed numbers, so that a reader can follow it.
  static std::string difference_of(double difference, int decimals) {
    return fmt::format("{:.{}f}", round_half_away(difference, decimals) + 0.0, decimals);
  }

  void add_gone(const NationalFigure& figure, const std::string& id, const EarlierTable::Row& row) {
    for (const DataColumn& column : figure.data.columns) {
      const auto cell = row.cells.find(column.id);
      if (cell == row.cells.end() || !number_in(cell->second)) continue;
      result_.changes.push_back(
          {figure.name, id, row.name, column.id, cell->second, {}, {}, NumberChange::State::gone, column.kind});
    }
  }

  std::span<const NationalFigure> figures_;
  std::string ending_;
  const InputLimits& limits_;
  const Files& files_;
  std::string folder_;  // of the earlier figures
  PublicationChanges result_;
  Problems problems_;
};

std::size_t count_of(std::span<const NumberChange> changes, NumberChange::State state) {
  return static_cast<std::size_t>(
      std::count_if(changes.begin(), changes.end(), [&](const NumberChange& c) { return c.state == state; }));
}

/// "3 changed, 1 new"
std::string counts_of(std::span<const NumberChange> changes) {
  std::string text;
  for (std::size_t i = 0; i < kStates.size(); ++i)
    if (const std::size_t count = count_of(changes, static_cast<NumberChange::State>(i)); count > 0)
      text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, kStates[i]);
  return text;
}

}  // namespace

Result<PublicationChanges> compare_publications(std::span<const NationalFigure> figures, const std::string& folder,
                                                const std::string& language, const InputLimits& limits,
                                                const Files& files) {
  return Comparison(figures, language, limits, files).run(folder);
}

std::string changes_csv(const PublicationChanges& changes, const std::string& notice) {
  std::string csv = notice.empty() ? std::string() : fmt::format("# {}\n", notice);
  append_record(csv, {"figure", "row", "name", "column", "before", "now", "difference", "state"});
  for (const NumberChange& c : changes.changes)
    append_record(csv, {c.figure, c.row, c.name, c.column, c.before, c.now, c.difference,
                        kStates[static_cast<std::size_t>(c.state)]});
  return csv;
}

std::string changes_summary(const PublicationChanges& changes, const std::string& folder) {
  const std::span<const NumberChange> all = changes.changes;
  std::string text = fmt::format("against {}: {} {}, {} numbers in both; {}\n", folder, changes.figures,
                                 changes.figures == 1 ? "figure" : "figures", changes.numbers,
                                 all.empty() ? "none changed" : counts_of(all));
  for (std::size_t from = 0, to = 0; from < all.size(); from = to) {
    while (to < all.size() && all[to].figure == all[from].figure) ++to;
    const auto of_figure = all.subspan(from, to - from);
    text += fmt::format("  {}: {}", of_figure.front().figure, counts_of(of_figure));
    if (const NumberChange& most = of_figure.front(); size_of(most) > 0)
      text += fmt::format("; most {}, {}: {} to {} ({}{})", most.name, most.column, most.before, most.now,
                          most.difference.starts_with('-') ? "" : "+", most.difference);
    text += '\n';
  }
  return text;
}

}  // namespace mognad
