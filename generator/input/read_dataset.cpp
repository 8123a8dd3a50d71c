#include "input/read_dataset.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "files/output_names.h"
#include "input/answer_table.h"
#include "input/check_data.h"
#include "input/data_table.h"
#include "input/field_number.h"
#include "input/named_file.h"
#include "input/read_initiatives.h"
#include "input/read_published.h"
#include "input/result_table.h"
#include "input/row_names.h"
#include "language/edit_distance.h"
#include "language/normalise.h"

namespace mognad {
namespace {

void read_units(const Survey& survey, DataTable table, Dataset& dataset) {
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
      table.error("duplicate unit", *unit,
                  fmt::format("the unit '{}' of '{}' stands in the file already, in line {}", excerpt(u.id),
                              excerpt(code), first->second),
                  "remove one of the rows or correct its id");
    else dataset.units.push_back(std::move(u));
  }
  table.done();
}

/// A number of people, or nothing where the field is empty or there is no such column: then it is unknown, not zero.
std::optional<int> people_in(DataTable& table, std::optional<std::size_t> column, const char* what) {
  if (!column || table.field(*column).empty()) return std::nullopt;
  const auto count = whole_number(table.field(*column));
  if (count && *count > 0) return count;
  table.error(what, *column, fmt::format("'{}' is not a number of people {}", excerpt(table.field(*column)), what),
              "leave it empty when it is unknown");
  return std::nullopt;
}

/// More can't have answered than were invited, or than there are.
void check_people(DataTable& table, const Measurement& m, std::size_t invited, std::optional<std::size_t> population) {
  if (m.invited && *m.invited < m.respondents)
    table.error("invited", invited, fmt::format("{} were invited but {} answered", *m.invited, m.respondents),
                "leave it empty when it is unknown");
  if (m.population && *m.population < m.respondents)
    table.error("population", *population,
                fmt::format("{} answered of a population of {}", m.respondents, *m.population),
                "the population is everyone whom the sample stands for; leave it empty when it is unknown");
}

void read_participation(DataTable table, Dataset& dataset, Problems& problems) {
  const auto organisation = table.require("organisation");
  const auto year = table.require("year");
  const auto invited = table.require("invited");
  const auto population = table.find("population");
  if (!organisation || !year || !invited) return;
  table.refuse_other_columns();
  std::map<std::pair<int, int>, int> lines;
  while (table.next()) {
    const std::string code = normalised(table.field(*organisation));
    const int index = known_organisation(table, *organisation, code, dataset);
    if (index < 0) continue;
    const auto y = year_number(table.field(*year));
    if (!y) {
      table.error("year", *year, fmt::format("'{}' is not a year", excerpt(table.field(*year))),
                  "expected four digits");
      continue;
    }
    const auto count = people_in(table, invited, "invited");
    const auto everyone = people_in(table, population, "in the population");
    if (!count && !everyone) continue;
    if (const auto [first, added] = lines.emplace(std::pair(index, *y), table.line()); !added)
      table.error("duplicate participation", *organisation,
                  fmt::format("'{}' in {} stands in the file already, in line {}", excerpt(code), *y, first->second),
                  "remove one of the rows");
    else if (auto* m = const_cast<Measurement*>(dataset.find(index, *y))) {
      m->invited = count;
      m->population = everyone;
      check_people(table, *m, *invited, population);
    } else {
      if (!has_errors(problems))  // else the answers may be there and could not be read
        problems.push_back(warning_at(table.place(*year),
                                      fmt::format("'{}' has no answers or results of {}", excerpt(code), *y),
                                      "the row is not used"));
    }
  }
  table.done();
}

/// The columns of organisations.csv and the codes that survey.toml speaks of.
void check_properties(const Survey& survey, const Dataset& dataset, Problems& problems) {
  const auto check_column = [&](const Place& place, const std::string& what, const std::string& column) {
    if (!column.empty() && dataset.property(column) < 0)
      problems.push_back(error_at(place, fmt::format("{} '{}', but no column has that name", what, column),
                                  hint_for(column, dataset.property_names)));
  };
  const std::vector<std::string> codes = codes_of(dataset);
  for (const PeerGroupDefinition& group : survey.peer_groups) {
    const std::string what = fmt::format("the peer group '{}' compares by", group.id);
    check_column(group.place, what, group.property);
    for (const std::string& column : group.nearest_by) check_column(group.place, what, column);
    for (const std::string& code : group.members)
      if (dataset.find_organisation(code) < 0)
        problems.push_back(error_at(
            group.place,
            fmt::format("the peer group '{}' has a member '{}', but no organisation has that code", group.id, code),
            hint_for(code, codes)));
  }
  check_column(survey.national_place, "the national mean is weighted by", survey.national_weight);
}

/// The earlier versions of the model that survey.toml says years were measured with.
void check_versions(const Survey& survey, const Model& model, Problems& problems) {
  std::vector<std::string> known;
  for (const ModelVersion& version : model.earlier) known.push_back(version.version);
  for (const EarlierModel& earlier : survey.earlier_models)
    if (!model.find_version(earlier.version))
      problems.push_back(error_at(earlier.place,
                                  fmt::format("the model describes no earlier version '{}'", earlier.version),
                                  known.empty() ? fmt::format("add [[earlier_versions]] to {}", survey.model_path)
                                                : hint_for(earlier.version, known)));
}

/// Labels of imports, which can be checked only when the model is known.
void check_labels(const Survey& survey, const Model& model, Problems& problems) {
  AnswerWords words(model, {});
  for (const AnswerImport& import : survey.imports)
    for (const auto& [label, meaning] : import.labels)
      if (!words.answer(meaning))
        problems.push_back(error_at(import.place,
                                    fmt::format("the label '{}' stands for '{}'", excerpt(label), excerpt(meaning)),
                                    words.expected()));
}

/// A file of answers that is open, and the sheet that reads it.
struct AnswerFile {
  AnswerSheet& sheet;
  DataTable table;
  std::size_t source;  // of the dataset
};

constexpr const char* kNoAnswers =
    "simulated answers are made by 'mognad simulate SURVEY'; real ones are named under 'files.answers'";

void read_answers(const Survey& survey, const Files& files, const RunTasks& run, Dataset& dataset,
                  AnswerTable& answers) {
  static const AnswerImport kOwnLayout;
  std::vector<AnswerFile> open;
  const auto add = [&](const AnswerImport& import, const TableFile& file, const char* key) {
    AnswerSheet& sheet = answers.add(import);
    if (auto table =
            open_table(file, key, import.head_rows, SameHeads::allowed, survey, files, dataset, sheet.problems()))
      open.push_back({sheet, std::move(*table), dataset.sources.size() - 1});
    else if (&import == &kOwnLayout && !files.exists(file.path) && !sheet.problems().empty())
      sheet.problems().back().hint = kNoAnswers;
  };
  for (const std::string& path : survey.answer_paths) add(kOwnLayout, table_file(path, "answers"), "files.answers");
  for (const AnswerImport& import : survey.imports) {
    TableFile file = table_file(import.path, "answers");
    file.separator = import.separator;
    file.encoding = import.encoding;
    add(import, file, "imports.file");
  }
  run(open.size(), [&](std::size_t i) { open[i].sheet.read(std::move(open[i].table)); });
  for (const AnswerFile& file : open) dataset.sources[file.source].format = file.sheet.format();
  answers.finish();
}

}  // namespace

void run_in_turn(std::size_t tasks, const std::function<void(std::size_t)>& task) {
  for (std::size_t i = 0; i < tasks; ++i) task(i);
}

Result<Dataset> read_dataset(const Survey& survey, const Model& model, const Files& files, const RunTasks& run) {
  Problems problems;
  auto dataset = read_organisations(survey, files).take(problems);
  // Without organisations every other row would be an error of its own.
  if (!dataset || dataset->organisations.empty()) return problems;
  const auto open = [&](const char* key, const std::string& path) {
    return open_table(path, key, survey, files, *dataset, problems);
  };
  check_properties(survey, *dataset, problems);
  check_versions(survey, model, problems);
  check_labels(survey, model, problems);
  if (!survey.units_path.empty())
    if (auto table = open("files.units", survey.units_path)) read_units(survey, std::move(*table), *dataset);
  AnswerTable answers(survey, model, *dataset, problems);
  read_answers(survey, files, run, *dataset, answers);
  ResultTable results(survey, model, *dataset, problems);
  for (const std::string& path : survey.result_paths)
    if (auto table = open("files.results", path)) results.read(std::move(*table));
  results.finish();
  if (!survey.participation_path.empty())
    if (auto table = open("files.participation", survey.participation_path))
      read_participation(std::move(*table), *dataset, problems);
  read_published(survey, model, files, *dataset, problems);
  read_initiatives(survey, model, files, *dataset, problems);
  if (has_errors(problems)) return problems;
  check_closed_years(survey, model, files, *dataset, problems);
  if (has_errors(problems)) return problems;
  if (std::find(dataset->years.begin(), dataset->years.end(), survey.year) == dataset->years.end()) {
    problems.push_back(error_at({survey.path},
                                fmt::format("there are no answers or results of the year {}", survey.year),
                                "the survey's 'year' is the last year that is measured"));
    return problems;
  }
  check_data(survey, model, *dataset, problems);
  return {std::move(*dataset), std::move(problems)};
}

}  // namespace mognad
