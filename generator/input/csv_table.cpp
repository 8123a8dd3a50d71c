#include "input/csv_table.h"

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

CsvTable::CsvTable(std::string_view text, const std::string& file, Problems& problems)
    : problems_(problems), found_before_(problems.size()), reader_(text, file, problems) {
  if (!reader_.next()) {
    if (problems.size() == found_before_)
      problems_.push_back(error_at({file, 1, 1}, "the file is empty, expected a head with column names"));
    return;
  }
  for (const std::string_view name : reader_.fields()) {
    head_.push_back(normalised(trimmed(name)));
    if (std::count(head_.begin(), head_.end(), head_.back()) > 1)
      problems_.push_back(
          error_at(reader_.place(head_.size() - 1), fmt::format("column '{}' stands twice in the head", head_.back())));
  }
}

void CsvTable::refuse_other_columns() {
  for (std::size_t i = 0; i < head_.size(); ++i)
    if (std::find(asked_.begin(), asked_.end(), head_[i]) == asked_.end() && !head_[i].empty())
      problems_.push_back(error_at({reader_.file(), 1, 1},
                                   fmt::format("there is no use for a column '{}'", excerpt(head_[i])),
                                   hint_for(head_[i], asked_)));
}

std::optional<std::size_t> CsvTable::find(const std::string& name) {
  asked_.push_back(name);
  const auto found = std::find(head_.begin(), head_.end(), name);
  if (found == head_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - head_.begin());
}

std::optional<std::size_t> CsvTable::require(const std::string& name) {
  const auto found = find(name);
  if (!found && !head_.empty()) {
    const auto near = nearest_name(name, head_);
    problems_.push_back(
        error_at({reader_.file(), 1, 1}, fmt::format("column '{}' is missing", name),
                 near ? fmt::format("is it the column '{}'?", *near)
                      : fmt::format("the head has {} columns, separated by '{}'", head_.size(),
                                    reader_.separator() == '\t' ? "tab" : std::string(1, reader_.separator()))));
  }
  return found;
}

bool CsvTable::next() {
  while (reader_.next()) {
    const std::size_t fields = reader_.fields().size();
    if (fields == head_.size()) return true;
    error("fields", std::min(fields, head_.size()),
          fmt::format("the row has {} fields, expected {} as in the head", fields, head_.size()));
  }
  return false;
}

void CsvTable::error(std::string_view kind, std::size_t column, std::string message, std::string hint) {
  auto found = counts_.find(kind);
  if (found == counts_.end()) found = counts_.emplace(std::string(kind), 0).first;
  if (++found->second <= kShown) problems_.push_back(error_at(place(column), std::move(message), std::move(hint)));
}

void CsvTable::done() {
  for (const auto& [kind, count] : counts_)
    if (count > kShown)
      problems_.push_back(error_at(
          {reader_.file()}, fmt::format("{} more problems of the kind \"{}\" in this file", count - kShown, kind)));
}

}  // namespace mognad
