#include "input/data_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "language/edit_distance.h"
#include "language/normalise.h"

namespace mognad {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

constexpr std::size_t kMostDecimals = 3;  // a year behind a code is no fraction

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Whether the row is as long as the head when neighbours are put together that may be parts of a number with a decimal
/// comma.
bool decimals_fit(const std::vector<std::string_view>& fields, std::size_t columns) {
  std::size_t pairs = 0;
  for (std::size_t i = 0; i + 1 < fields.size(); ++i) {
    const std::string_view whole = fields[i].substr(fields[i].starts_with('-') ? 1 : 0);
    if (is_digits(whole) && is_digits(fields[i + 1]) && fields[i + 1].size() <= kMostDecimals) ++pairs, ++i;
  }
  return fields.size() > columns && fields.size() - columns <= pairs;
}

}  // namespace

DataTable::DataTable(std::unique_ptr<RowSource> rows, std::string file, Problems& problems, const TableShape& shape)
    : rows_(std::move(rows)), file_(std::move(file)), problems_(problems), groups_(file_, problems) {
  for (int row = 0; row < shape.skipped_rows; ++row)
    if (!rows_->next()) break;
  if (!read_heads(shape.head_rows)) return;
  for (std::vector<std::string>& heads : heads_) {
    std::string& whole = head_.emplace_back();
    for (const std::string& head : heads)
      if (!head.empty()) whole += whole.empty() ? head : " / " + head;
    if (shape.head_rows > 1) heads.push_back(whole);
  }
  if (shape.same_heads == SameHeads::refused) check_heads();
}

bool DataTable::read_heads(int rows) {
  for (int row = 0; row < rows; ++row) {
    if (!rows_->next()) {
      if (!refused_already())
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
      error("columns that stand twice", i, fmt::format("column '{}' stands twice in the head", excerpt(head_[i])));
}

Place DataTable::place_of_head(std::size_t column) const {
  return column < head_places_.size() ? head_places_[column] : Place{file_, 1, 1};
}

void DataTable::refuse_other_columns() {
  for (std::size_t i = 0; i < head_.size(); ++i)
    if (std::find(asked_.begin(), asked_.end(), head_[i]) == asked_.end() && !head_[i].empty() &&
        groups_.admits(Severity::error, "columns without a use"))
      groups_.tell(error_at({file_, 1, 1}, fmt::format("there is no use for a column '{}'", excerpt(head_[i])),
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
                 near ? fmt::format("is it the column '{}'?", excerpt(*near))
                      : fmt::format("the head has {} columns; the file was read as {}", head_.size(), format())));
  }
  return found;
}

bool DataTable::next() {
  while (rows_->next()) {
    ++row_;
    if (rows_->fields().size() == head_.size()) return true;
    report_length();
  }
  return false;
}

void DataTable::expect_rows() {
  if (row_ == 0 && !head_.empty() && !refused_already())
    problems_.push_back(warning_at({file_, 1, 1}, "the file has a head and no rows"));
}

/// By what reads the rows, which may have come upon an error before the first; the part of the file may stand behind
/// its name.
bool DataTable::refused_already() const {
  return std::any_of(problems_.begin(), problems_.end(), [&](const Problem& problem) {
    return problem.severity == Severity::error && problem.place.file.starts_with(file_);
  });
}

void DataTable::report_length() {
  const std::size_t fields = rows_->fields().size();
  const bool decimals = rows_->format().starts_with("CSV with commas") && decimals_fit(rows_->fields(), head_.size());
  error("fields", std::min(fields, head_.size()),
        fmt::format("the row has {} {}, expected {} as in the head", fields, fields == 1 ? "field" : "fields",
                    head_.size()),
        decimals ? "a decimal comma needs quotes, or semicolons between fields" : "");
}

void DataTable::error(std::string_view kind, std::size_t column, std::string message, std::string hint) {
  report(Severity::error, kind, column, std::move(message), std::move(hint));
}

void DataTable::warn(std::string_view kind, std::size_t column, std::string message, std::string hint) {
  report(Severity::warning, kind, column, std::move(message), std::move(hint));
}

void DataTable::report(Severity severity, std::string_view kind, std::size_t column, std::string message,
                       std::string hint) {
  if (groups_.admits(severity, kind)) groups_.tell({severity, place(column), std::move(message), std::move(hint)});
}

}  // namespace mognad
