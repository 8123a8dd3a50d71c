#include "input/result_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "input/field_number.h"
#include "input/row_names.h"
#include "language/normalise.h"
#include "statistics/given_scores.h"

namespace mognad {
namespace {

/// What one decimal leaves open: half of its last digit in the value, and as much in the mean of its parts.
constexpr double kRounding = 0.1 + 1e-9;

std::string at_line(const Place& place) { return fmt::format("{}:{}", place.file, place.line); }

}  // namespace

ResultTable::ResultTable(const Survey& survey, const Model& model, Dataset& dataset, Problems& problems)
    : survey_(survey),
      model_(model),
      dataset_(dataset),
      problems_(problems),
      groups_(survey.result_paths.empty() ? std::string() : survey.result_paths.front(), problems) {}

void ResultTable::read(DataTable table) {
  const auto organisation = table.require("organisation");
  const auto year = table.require("year");
  const auto node = table.require("node");
  const auto value = table.require("value");
  const auto respondents = table.require("respondents");
  const auto margin = table.find("margin");
  if (!organisation || !year || !node || !value || !respondents) return;
  table.refuse_other_columns();
  const Columns columns{*organisation, *year, *node, *value, *respondents, margin};
  largest_ = values_ = 0;
  while (table.next()) read_row(table, columns);
  table.done();
  warn_of_scale(table.file());
}

/// Shares, or means of steps, are from 0 to 100 too, and would be read as very low values.
void ResultTable::warn_of_scale(const std::string& file) const {
  constexpr int kEnough = 5;  // values that can't be low by chance
  if (values_ < kEnough || largest_ > model_.highest_step()) return;
  problems_.push_back(warning_at({file}, fmt::format("all values are at most {}", largest_),
                                 fmt::format("expected per cent from 0 to 100: are they {}?",
                                             largest_ <= 1 ? "shares of 1" : "means of the scale's steps")));
}

void ResultTable::read_row(DataTable& table, const Columns& columns) {
  const std::string code = normalised(table.field(columns.organisation));
  const OrganisationIndex organisation = known_organisation(table, columns.organisation, code, dataset_);
  const auto year = year_of(table, columns.year);
  const NodeIndex node = known_node(table, columns.node, model_);
  Row row;
  const bool numbers = read_numbers(table, columns, row);
  if (organisation >= 0 && year && node != kNoNode && numbers)
    add(table, columns, organisation, *year, node, std::move(row));
}

std::optional<int> ResultTable::year_of(DataTable& table, std::size_t column) const {
  const auto year = year_number(table.field(column));
  if (!year)
    table.error("year", column, fmt::format("'{}' is not a year", excerpt(table.field(column))),
                "expected four digits");
  else if (*year > survey_.year)
    table.error("later year", column, fmt::format("the year {} is later than the survey's, {}", *year, survey_.year),
                "raise 'year' in survey.toml, or take the row away");
  return year && *year <= survey_.year ? year : std::nullopt;
}

bool ResultTable::read_numbers(DataTable& table, const Columns& columns, Row& row) {
  const auto from_0_to_100 = [&](std::size_t column, const char* what) {
    const auto number = decimal_number(table.field(column));
    const bool right = number && !std::signbit(*number) && *number <= 100;
    if (!right)
      table.error(what, column, fmt::format("'{}' is not a {}", excerpt(table.field(column)), what),
                  hint_for_comma(table.field(column)).value_or("expected a number from 0 to 100"));
    return right ? number : std::nullopt;
  };
  const auto value = from_0_to_100(columns.value, "value");
  bool right = value.has_value();
  if (value) {
    row.value = *value;
    largest_ = std::max(largest_, *value);
    ++values_;
  }
  if (columns.margin && !table.field(*columns.margin).empty()) {
    row.margin = from_0_to_100(*columns.margin, "margin");
    right = right && row.margin;
  }
  if (table.field(columns.respondents).empty()) return right;
  row.respondents = whole_number(table.field(columns.respondents));
  constexpr int kMostRespondents = 10'000'000;
  if (row.respondents && *row.respondents > 0 && *row.respondents <= kMostRespondents) return right;
  table.error("respondents", columns.respondents,
              fmt::format("'{}' is not a number of respondents", excerpt(table.field(columns.respondents))),
              "expected a whole number above 0, or nothing where it is that of the node above");
  return false;
}

void ResultTable::add(DataTable& table, const Columns& columns, OrganisationIndex organisation, int year,
                      NodeIndex node, Row row) {
  row.place = table.place(columns.node);
  const std::string& code = dataset_.organisations[static_cast<std::size_t>(organisation)].code;
  Rows& rows = rows_[{organisation, year}];
  if (const auto [first, added] = rows.emplace(node, std::move(row)); !added)
    table.error("twice", columns.node,
                fmt::format("'{}' of '{}' in {} stands at {} already", model_.node(node).id, excerpt(code), year,
                            at_line(first->second.place)),
                "remove one of the rows");
}

void ResultTable::complete_respondents(OrganisationIndex organisation, int year, Rows& rows) {
  bool told = false;
  // Nodes stand behind those above them, so that what is above is complete.
  for (auto& [node, row] : rows) {
    NodeIndex above = model_.node(node).parent;
    while (above != kNoNode && !rows.count(above)) above = model_.node(above).parent;
    const std::optional<int> most = above == kNoNode ? std::nullopt : rows.at(above).respondents;
    if (!row.respondents) row.respondents = most;
    if (!row.respondents && !told) {
      told = true;
      report_unknown_respondents(row, node, organisation, year);
    } else if (row.respondents && most && *row.respondents > *most) {
      problems_.push_back(error_at(row.place,
                                   fmt::format("{} answered '{}', but only {} answered '{}' above it", *row.respondents,
                                               model_.node(node).id, *most, model_.node(above).id),
                                   fmt::format("whoever answers a part answers the whole: correct this row or {}",
                                               at_line(rows.at(above).place))));
    }
  }
}

void ResultTable::report_unknown_respondents(const Row& row, NodeIndex node, OrganisationIndex organisation, int year) {
  if (!groups_.admits(Severity::error, "unknown respondents")) return;
  const std::string& code = dataset_.organisations[static_cast<std::size_t>(organisation)].code;
  groups_.tell(error_at(
      row.place,
      fmt::format("how many answered is unknown for '{}' of '{}' in {}", model_.node(node).id, excerpt(code), year),
      "write 'respondents' in its row or in that of a node above: what few have answered must be withheld"));
}

void ResultTable::add_measurement(OrganisationIndex organisation, int year, const Rows& rows) {
  Measurement m{.organisation = organisation, .year = year};
  m.first_given = static_cast<int>(dataset_.given.size());
  m.given = static_cast<int>(rows.size());
  for (const auto& [node, row] : rows) {
    m.respondents = std::max(m.respondents, *row.respondents);
    dataset_.given.push_back({model_.node(node).id, row.value, *row.respondents, row.margin});
  }
  dataset_.measurements.push_back(m);
  dataset_.years.push_back(year);
  warn_of_differences(m, rows);
}

void ResultTable::warn_of_differences(const Measurement& measurement, const Rows& rows) {
  for (const GivenAgainstChildren& found : against_children(model_, dataset_.given_of(measurement)))
    if (std::fabs(found.given - found.computed) > kRounding)
      problems_.push_back(
          warning_at(rows.at(found.node).place,
                     fmt::format("the value {:.1f} of '{}' is not the mean of its parts, {:.1f}", found.given,
                                 model_.node(found.node).id, found.computed),
                     "it is used as it stands: correct it, or leave the row out and it is computed from its parts"));
}

void ResultTable::compare_with_answers(const Measurement& measurement, const Rows& rows) {
  const std::string code = excerpt(dataset_.organisations[static_cast<std::size_t>(measurement.organisation)].code);
  const std::vector<NodeScore> computed = score_measurement(model_, dataset_, measurement);
  for (const auto& [node, row] : rows)
    compare(code, measurement.year, node, row, computed[static_cast<std::size_t>(node)]);
}

void ResultTable::compare(const std::string& code, int year, NodeIndex node, const Row& row,
                          const NodeScore& computed) {
  std::string message;
  const std::string& id = model_.node(node).id;
  if (!computed.known)
    message =
        fmt::format("'{}' of '{}' in {} is {:.1f} here, but its answers give no value", id, code, year, row.value);
  else if (std::fabs(row.value - computed.mean) > survey_.checks.given_difference + 1e-9)
    message = fmt::format("'{}' of '{}' in {} is {:.1f} here, but {:.1f} by its answers", id, code, year, row.value,
                          computed.mean);
  else if (row.respondents && *row.respondents != computed.respondents)
    message = fmt::format("'{}' of '{}' in {} rests on {} respondents here, but on {} by its answers", id, code, year,
                          *row.respondents, computed.respondents);
  if (!message.empty() && groups_.admits(Severity::warning, "values other than their answers give"))
    groups_.tell(warning_at(row.place, std::move(message), "the answers count: correct the row, or find out why"));
}

void ResultTable::finish() {
  for (auto& [key, rows] : rows_) {
    const Measurement* answered = dataset_.find(key.first, key.second);
    if (!answered) complete_respondents(key.first, key.second, rows);
    else if (!has_errors(problems_)) compare_with_answers(*answered, rows);
  }
  groups_.done();
  if (has_errors(problems_)) return;
  std::set<std::pair<OrganisationIndex, int>> with_answers;
  for (const Measurement& m : dataset_.measurements) with_answers.emplace(m.organisation, m.year);
  for (const auto& [key, rows] : rows_)
    if (!with_answers.count(key)) add_measurement(key.first, key.second, rows);
  std::sort(dataset_.measurements.begin(), dataset_.measurements.end(), [](const Measurement& a, const Measurement& b) {
    return std::tie(a.organisation, a.year) < std::tie(b.organisation, b.year);
  });
  std::sort(dataset_.years.begin(), dataset_.years.end());
  dataset_.years.erase(std::unique(dataset_.years.begin(), dataset_.years.end()), dataset_.years.end());
}

}  // namespace mognad
