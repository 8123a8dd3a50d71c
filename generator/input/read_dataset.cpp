#include "input/read_dataset.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "base/edit_distance.h"
#include "files/output_names.h"
#include "input/answer_table.h"
#include "input/csv_table.h"
#include "language/normalise.h"

namespace mognad {
namespace {

class OrganisationReader {
 public:
  OrganisationReader(const Survey& survey, std::string_view text, Problems& problems)
      : survey_(survey), table_(text, survey.organisations_path, problems) {
    for (const auto& [type, words] : survey.types) types_.push_back(type);
  }

  Dataset read() {
    const auto code = table_.require("code");
    const auto name = table_.require("name");
    const auto type = table_.require("type");
    if (!code || !name || !type) return {};
    const auto formal = table_.find("formal_name");
    Dataset dataset;
    std::vector<std::size_t> properties;
    for (std::size_t i = 0; i < table_.head().size(); ++i) {
      if (i == *code || i == *name || i == *type || i == formal) continue;
      properties.push_back(i);
      dataset.property_names.push_back(table_.head()[i]);
    }
    while (table_.next()) {
      Organisation o{text(*code), text(*name), formal ? text(*formal) : "", text(*type), {}};
      if (o.formal_name.empty()) o.formal_name = o.name;
      for (const std::size_t column : properties) o.properties.push_back(text(column));
      if (check(o, *code, *name, *type)) dataset.organisations.push_back(std::move(o));
    }
    table_.done();
    std::sort(dataset.organisations.begin(), dataset.organisations.end(),
              [](const Organisation& a, const Organisation& b) { return a.code < b.code; });
    return dataset;
  }

 private:
  std::string text(std::size_t column) const { return normalised(table_.field(column)); }

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
    const auto [first, added] = lines_.emplace(o.code, table_.line());
    if (!added)
      table_.error(
          "duplicate organisation", code,
          fmt::format("the organisation '{}' stands in the file already, in line {}", excerpt(o.code), first->second),
          "each organisation has one row; remove one of them or correct its code");
    return added;
  }

  const Survey& survey_;
  CsvTable table_;
  std::vector<std::string> types_;
  std::map<std::string, int> lines_;
};

std::vector<std::string> codes_of(const Dataset& dataset) {
  std::vector<std::string> codes;
  for (const Organisation& o : dataset.organisations) codes.push_back(o.code);
  return codes;
}

/// The organisation of that code; −1, and a problem with the nearest code, when there is none.
OrganisationIndex known_organisation(CsvTable& table, std::size_t column, const std::string& code,
                                     const Dataset& dataset) {
  const OrganisationIndex index = dataset.find_organisation(code);
  if (index < 0)
    table.error("unknown organisation", column, fmt::format("no organisation has the code '{}'", excerpt(code)),
                hint_for(code, codes_of(dataset)));
  return index;
}

void read_units(const Survey& survey, std::string_view text, Dataset& dataset, Problems& problems) {
  CsvTable table(text, survey.units_path, problems);
  const auto organisation = table.require("organisation");
  const auto unit = table.require("unit");
  if (!organisation || !unit) return;
  const auto name = table.find("name");
  const auto type = table.find("unit_type");
  std::vector<std::string> types;
  for (const UnitType& t : survey.unit_types) types.push_back(t.id);
  std::map<std::pair<int, std::string>, int> lines;
  while (table.next()) {
    const std::string code = normalised(table.field(*organisation));
    const int index = known_organisation(table, *organisation, code, dataset);
    if (index < 0) continue;
    Unit u{index, normalised(table.field(*unit)), name ? normalised(table.field(*name)) : "",
           type ? std::string(table.field(*type)) : ""};
    if (!u.unit_type.empty() && std::find(types.begin(), types.end(), u.unit_type) == types.end())
      table.error("unknown unit type", *type, fmt::format("the survey knows no unit type '{}'", excerpt(u.unit_type)),
                  hint_for(u.unit_type, types));
    if (const auto [first, added] = lines.emplace(std::pair(index, u.id), table.line()); !added)
      table.error(
          "duplicate unit", *unit,
          fmt::format("the unit '{}' of '{}' stands in the file already, in line {}", u.id, code, first->second),
          "remove one of the rows or correct its id");
    else dataset.units.push_back(std::move(u));
  }
  table.done();
}

void read_participation(const Survey& survey, std::string_view text, Dataset& dataset, Problems& problems) {
  CsvTable table(text, survey.participation_path, problems);
  const auto organisation = table.require("organisation");
  const auto year = table.require("year");
  const auto invited = table.require("invited");
  if (!organisation || !year || !invited) return;
  std::map<std::pair<int, int>, int> lines;
  while (table.next()) {
    const std::string code = normalised(table.field(*organisation));
    const int index = known_organisation(table, *organisation, code, dataset);
    if (index < 0) continue;
    const std::string_view text_invited = table.field(*invited);
    if (text_invited.empty()) continue;  // unknown, and then the response rate is unknown too
    int y = 0, count = 0;
    const auto whole = [](std::string_view field, int& value) {
      const auto [end, code_] = std::from_chars(field.data(), field.data() + field.size(), value);
      return code_ == std::errc() && end == field.data() + field.size();
    };
    if (!whole(table.field(*year), y))
      table.error("year", *year, fmt::format("'{}' is not a year", excerpt(table.field(*year))),
                  "expected four digits");
    else if (!whole(text_invited, count) || count < 1)
      table.error("invited", *invited, fmt::format("'{}' is not a number of people invited", excerpt(text_invited)),
                  "leave it empty when it is unknown");
    else if (const auto [first, added] = lines.emplace(std::pair(index, y), table.line()); !added)
      table.error("duplicate participation", *organisation,
                  fmt::format("'{}' in {} stands in the file already, in line {}", code, y, first->second),
                  "remove one of the rows");
    else if (auto* m = const_cast<Measurement*>(dataset.find(index, y))) {
      if (count < m->respondents)
        table.error("invited", *invited, fmt::format("{} were invited but {} answered", count, m->respondents),
                    "leave it empty when it is unknown");
      m->invited = count;
    } else {
      if (!has_errors(problems))  // else the answers may be there and could not be read
        problems.push_back(warning_at(table.place(*year), fmt::format("'{}' has no answers of {}", code, y),
                                      "the number invited is not used"));
    }
  }
  table.done();
}

}  // namespace

Result<Dataset> read_organisations(const Survey& survey, const Files& files) {
  Problems problems;
  const auto text = files.read(survey.organisations_path).take(problems);
  if (!text) {
    problems.back().hint = "survey.toml names this file under 'files.organisations'";
    return problems;
  }
  Dataset dataset = OrganisationReader(survey, *text, problems).read();
  if (dataset.organisations.empty() && !has_errors(problems))
    problems.push_back(error_at({survey.organisations_path}, "the file holds no organisation"));
  if (has_errors(problems)) return {std::move(dataset), std::move(problems)};
  return {std::move(dataset), std::move(problems)};
}

namespace {

/// The text of a file that survey.toml names under a key; a problem that says which when it can't be read.
std::optional<std::string> read_named(const std::string& path, const char* key, const Files& files,
                                      Problems& problems) {
  auto text = files.read(path).take(problems);
  if (!text && problems.back().hint.empty())
    problems.back().hint = fmt::format("survey.toml names this file under '{}'", key);
  return text;
}

void check_properties(const Survey& survey, const Dataset& dataset, Problems& problems) {
  for (const PeerGroupDefinition& group : survey.peer_groups)
    if (!group.property.empty() && dataset.property(group.property) < 0)
      problems.push_back(error_at(
          {survey.path},
          fmt::format("the peer group '{}' compares by '{}', but no column has that name", group.id, group.property),
          hint_for(group.property, dataset.property_names)));
}

}  // namespace

Result<Dataset> read_dataset(const Survey& survey, const Model& model, const Files& files) {
  Problems problems;
  auto dataset = read_organisations(survey, files).take(problems);
  // Without organisations every other row would be an error of its own.
  if (!dataset || dataset->organisations.empty()) return problems;
  check_properties(survey, *dataset, problems);
  if (!survey.units_path.empty())
    if (const auto text = read_named(survey.units_path, "files.units", files, problems))
      read_units(survey, *text, *dataset, problems);
  AnswerTable answers(survey, model, *dataset, problems);
  for (const std::string& path : survey.answer_paths) {
    const auto text = files.read(path).take(problems);
    if (text) answers.read(*text, path);
    else
      problems.back().hint =
          "simulated answers are made by 'mognad simulate SURVEY'; real ones are named under 'files.answers'";
  }
  answers.finish();
  if (!survey.participation_path.empty())
    if (const auto text = read_named(survey.participation_path, "files.participation", files, problems))
      read_participation(survey, *text, *dataset, problems);
  if (has_errors(problems)) return problems;
  if (std::find(dataset->years.begin(), dataset->years.end(), survey.year) == dataset->years.end())
    return Result<Dataset>({error_at({survey.path}, fmt::format("there are no answers of the year {}", survey.year),
                                     "the survey's 'year' is the last year that is measured")});
  return {std::move(*dataset), std::move(problems)};
}

}  // namespace mognad
