// The organisations' file, one part of the dataset.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <sstream>

#include "files/output_names.h"
#include "input/data_table.h"
#include "input/field_number.h"
#include "input/named_file.h"
#include "input/read_dataset.h"
#include "input/writable_text.h"
#include "language/edit_distance.h"
#include "language/normalise.h"

namespace mognad {
namespace {

class OrganisationReader {
 public:
  OrganisationReader(const Survey& survey, DataTable table) : survey_(survey), table_(std::move(table)) {
    for (const auto& [type, words] : survey.types) types_.push_back(type);
  }

  void read(Dataset& dataset) {
    const auto code = table_.require("code");
    const auto name = table_.require("name");
    const auto type = table_.require("type");
    if (!code || !name || !type) return;
    const auto formal = table_.find("formal_name");
    const auto language = table_.find("language");
    std::vector<std::size_t> properties;
    for (std::size_t i = 0; i < table_.head().size(); ++i) {
      if (i == *code || i == *name || i == *type || i == formal || i == language) continue;
      properties.push_back(i);
      dataset.property_names.push_back(table_.head()[i]);
    }
    const std::vector<std::size_t> numeric = numeric_columns();
    while (table_.next()) {
      check_numbers(numeric);
      check_text(*code, "code", kLongestCode);
      check_text(*name, "name", kLongestName);
      check_text(*type, "type", kLongestName);
      if (formal) check_text(*formal, "formal name", kLongestName);
      for (const std::size_t column : properties) check_text(column, "value", kLongestName);
      Organisation o{text(*code), text(*name), formal ? text(*formal) : "", text(*type), {}};
      if (o.formal_name.empty()) o.formal_name = o.name;
      for (const std::size_t column : properties)
        o.properties.push_back(property(column, std::binary_search(numeric.begin(), numeric.end(), column)));
      if (language) o.languages = languages(*language);
      if (check(o, *code, *name, *type)) dataset.organisations.push_back(std::move(o));
    }
    table_.done();
    std::sort(dataset.organisations.begin(), dataset.organisations.end(),
              [](const Organisation& a, const Organisation& b) { return a.code < b.code; });
  }

 private:
  std::string text(std::size_t column) const { return normalised(table_.field(column)); }

  /// The survey's languages that the field names, in the survey's order; none: all of them.
  std::vector<LanguageTag> languages(std::size_t column) {
    std::vector<LanguageTag> named;
    std::istringstream words{text(column)};
    for (LanguageTag tag; words >> tag;) {
      if (std::find(survey_.languages.begin(), survey_.languages.end(), tag) == survey_.languages.end())
        table_.error("unknown language", column, fmt::format("the survey has no language '{}'", excerpt(tag)),
                     hint_for(tag, survey_.languages));
      named.push_back(tag);
    }
    std::vector<LanguageTag> ordered;
    if (!named.empty())
      std::copy_if(survey_.languages.begin(), survey_.languages.end(), std::back_inserter(ordered),
                   [&](const LanguageTag& tag) { return std::find(named.begin(), named.end(), tag) != named.end(); });
    return ordered;
  }

  void check_text(std::size_t column, const char* called, std::size_t most) {
    if (const auto fault = fault_of(table_.field(column), called, most))
      table_.error(fault->kind, column, fault->message, fault->hint);
  }

  /// Columns that the survey computes with.
  std::vector<std::size_t> numeric_columns() {
    std::vector<std::size_t> columns;
    const auto add = [&](const std::string& name) {
      if (const auto column = table_.find(name)) columns.push_back(*column);
    };
    for (const PeerGroupDefinition& group : survey_.peer_groups)
      for (const std::string& name : group.nearest_by) add(name);
    if (!survey_.national_weight.empty()) add(survey_.national_weight);
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    return columns;
  }

  void check_numbers(const std::vector<std::size_t>& columns) {
    for (const std::size_t column : columns) check_number(column, text(column));
  }

  void check_number(std::size_t column, const std::string& field) {
    constexpr double kLargest = 1e12;
    const auto number = decimal_number(field);
    if (field.empty() || (number && *number >= 0 && *number <= kLargest)) return;
    const std::string expected =
        fmt::format("the survey computes with '{}': digits and a decimal point or comma, or nothing when it is unknown",
                    table_.head()[column]);
    table_.error("number", column,
                 fmt::format("'{}' {}", excerpt(field),
                             !number       ? "is not a number"
                             : *number < 0 ? "is less than 0"
                                           : "is too large"),
                 hint_for_comma(field).value_or(expected));
  }

  /// The value of a property; a number with a decimal point, whichever sign the file has.
  std::string property(std::size_t column, bool numeric) const {
    std::string value = text(column);
    if (numeric) std::replace(value.begin(), value.end(), ',', '.');
    return value;
  }

  bool check(const Organisation& o, std::size_t code, std::size_t name, std::size_t type) {
    if (o.code.empty())
      table_.error("no code", code, "the organisation has no code", "every organisation needs a code of its own");
    if (o.name.empty())
      table_.error("no name", name, "the organisation has no name",
                   "write the name that stands in charts and sentences");
    if (!survey_.types.count(o.type))
      table_.error("unknown type", type, fmt::format("the survey knows no type '{}'", excerpt(o.type)),
                   hint_for(o.type, types_));
    if (o.code.empty()) return true;
    // Codes name files: two that differ in marks, case or signs only would share one.
    const auto [alike, other_name] = names_.emplace(slug(o.code), o.code);
    if (!other_name && alike->second != o.code)
      table_.error("codes alike", code,
                   fmt::format("the codes '{}' and '{}' are too much alike to name files", excerpt(alike->second),
                               excerpt(o.code)),
                   "let them differ in a letter or a digit of a to z, 0 to 9");
    // "9001-1" with "Kommun" and "9001" with "1 Kommun" too.
    const auto [same, other_report] = reports_.emplace(report_name(o.code, o.formal_name, ""), o.code);
    if (!other_report && same->second != o.code)
      table_.error(
          "reports alike", code,
          fmt::format("the reports of '{}' and '{}' would be one file: their codes and names are too much alike",
                      excerpt(same->second), excerpt(o.code)),
          "let the codes differ in more than what the names have");
    const auto [first, added] = lines_.emplace(o.code, table_.line());
    if (!added)
      table_.error(
          "duplicate organisation", code,
          fmt::format("the organisation '{}' stands in the file already, in line {}", excerpt(o.code), first->second),
          "each organisation has one row; remove one of them or correct its code");
    return added;
  }

  const Survey& survey_;
  DataTable table_;
  std::vector<std::string> types_;
  std::map<std::string, int> lines_;
  std::map<std::string, std::string> names_;    // of files, with the code
  std::map<std::string, std::string> reports_;  // the same of reports
};

}  // namespace

Result<Dataset> read_organisations(const Survey& survey, const Files& files) {
  Problems problems;
  Dataset dataset;
  auto table = open_table(survey.organisations_path, "files.organisations", survey, files, dataset, problems);
  if (!table) return problems;
  OrganisationReader(survey, std::move(*table)).read(dataset);
  if (dataset.organisations.empty() && !has_errors(problems))
    problems.push_back(error_at({survey.organisations_path}, "the file holds no organisation"));
  if (has_errors(problems)) return {std::move(dataset), std::move(problems)};
  return {std::move(dataset), std::move(problems)};
}

}  // namespace mognad
