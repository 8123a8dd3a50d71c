#include "input/data_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/edit_distance.h"
#include "language/normalise.h"

namespace mognad {
namespace {

constexpr int kShown = 10;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace

DataTable::DataTable(std::unique_ptr<RowSource> rows, std::string file, Problems& problems, int head_rows,
                     SameHeads same_heads)
    : rows_(std::move(rows)), file_(std::move(file)), problems_(problems) {
  if (!read_heads(head_rows)) return;
  for (std::vector<std::string>& heads : heads_) {
    std::string& whole = head_.emplace_back();
    for (const std::string& head : heads)
      if (!head.empty()) whole += whole.empty() ? head : " / " + head;
    if (head_rows > 1) heads.push_back(whole);
  }
  if (same_heads == SameHeads::refused) check_heads();
}

bool DataTable::read_heads(int rows) {
  const std::size_t found_before = problems_.size();
  for (int row = 0; row < rows; ++row) {
    if (!rows_->next()) {
      if (problems_.size() == found_before)
        problems_.push_back(error_at({file_, 1, 1}, row == 0 ? "the file is empty, expected a head with column names"
                                                             : "the file ends within its heads"));
      return row > 0;
    }
    const auto& fields = rows_->fields();
    if (heads_.size() < fields.size())
      heads_.resize(fields.size(), std::vector<std::string>(static_cast<std::size_t>(row)));
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      heads_[i].push_back(i < fields.size() ? normalised(trimmed(fields[i])) : std::string());
      if (i >= head_places_.size()) head_places_.push_back(rows_->place(i));
    }
  }
  return true;
}

void DataTable::check_heads() {
  std::map<std::string_view, std::size_t> first;
  for (std::size_t i = 0; i < head_.size(); ++i)
    if (!head_[i].empty() && !first.emplace(head_[i], i).second)
      problems_.push_back(
          error_at(head_places_[i], fmt::format("column '{}' stands twice in the head", excerpt(head_[i]))));
}

Place DataTable::place_of_head(std::size_t column) const {
  return column < head_places_.size() ? head_places_[column] : Place{file_, 1, 1};
}

void DataTable::refuse_other_columns() {
  for (std::size_t i = 0; i < head_.size(); ++i)
    if (std::find(asked_.begin(), asked_.end(), head_[i]) == asked_.end() && !head_[i].empty())
      problems_.push_back(error_at({file_, 1, 1}, fmt::format("there is no use for a column '{}'", excerpt(head_[i])),
                                   hint_for(head_[i], asked_)));
}

std::optional<std::size_t> DataTable::find(const std::string& name) {
  asked_.push_back(name);
  const auto found = std::find(head_.begin(), head_.end(), name);
  if (found == head_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - head_.begin());
}

std::optional<std::size_t> DataTable::require(const std::string& name) {
  const auto found = find(name);
  if (!found && !head_.empty()) {
    const auto near = nearest_name(name, head_);
    problems_.push_back(
        error_at({file_, 1, 1}, fmt::format("column '{}' is missing", name),
                 near ? fmt::format("is it the column '{}'?", *near)
                      : fmt::format("the head has {} columns; the file was read as {}", head_.size(), format())));
  }
  return found;
}

bool DataTable::next() {
  while (rows_->next()) {
    const std::size_t fields = rows_->fields().size();
    if (fields == head_.size()) return true;
    error("fields", std::min(fields, head_.size()),
          fmt::format("the row has {} fields, expected {} as in the head", fields, head_.size()));
  }
  return false;
}

void DataTable::error(std::string_view kind, std::size_t column, std::string message, std::string hint) {
  report(Severity::error, kind, column, std::move(message), std::move(hint));
}

void DataTable::warn(std::string_view kind, std::size_t column, std::string message, std::string hint) {
  report(Severity::warning, kind, column, std::move(message), std::move(hint));
}

void DataTable::report(Severity severity, std::string_view kind, std::size_t column, std::string message,
                       std::string hint) {
  auto found = counts_.find(kind);
  if (found == counts_.end()) found = counts_.emplace(std::string(kind), Count{severity}).first;
  if (++found->second.found <= kShown)
    problems_.push_back({severity, place(column), std::move(message), std::move(hint)});
}

void DataTable::done() {
  for (const auto& [kind, count] : counts_)
    if (count.found > kShown)
      problems_.push_back({count.severity,
                           {file_},
                           fmt::format("{} more problems of the kind \"{}\" in this file", count.found - kShown, kind),
                           {}});
}

}  // namespace mognad
