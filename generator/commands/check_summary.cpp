#include "commands/check_summary.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

namespace mognad {
namespace {

/// Of one year, by column of the table of answers.
struct ColumnCount {
  std::size_t not_asked = 0;
  std::size_t asked = 0;
};

void count_answers(const Dataset& dataset, const Measurement& m, YearSummary& year, std::vector<ColumnCount>& columns) {
  for (int r = m.first_respondent; r < m.first_respondent + m.respondents; ++r) {
    const auto answers = dataset.answers_of(r);
    for (std::size_t s = 0; s < answers.size(); ++s) {
      const std::int8_t answer = answers[s];
      ++(answer == kNotAsked ? columns[s].not_asked : columns[s].asked);
      year.answers += is_step(answer);
      year.no_answer += answer == kNoAnswer;
      year.dont_know += answer == kDontKnow;
      year.not_applicable += answer == kNotApplicable;
    }
  }
}

YearSummary summary_of_year(const Dataset& dataset, int year) {
  YearSummary summary{.year = year};
  std::vector<ColumnCount> columns(static_cast<std::size_t>(dataset.statements));
  for (const Measurement& m : dataset.measurements) {
    if (m.year != year) continue;
    ++summary.organisations;
    summary.computed_elsewhere += m.computed_elsewhere();
    summary.invited_unknown += !m.invited;
    summary.respondents += static_cast<std::size_t>(m.respondents);
    if (!m.computed_elsewhere()) count_answers(dataset, m, summary, columns);
  }
  // A statement without any row was not asked that year; without some, those left it out.
  for (const ColumnCount& column : columns)
    if (column.asked > 0) summary.no_answer += column.not_asked;
  return summary;
}

std::vector<TypeSummary> summary_of_types(const Survey& survey, const Dataset& dataset) {
  std::map<std::string, TypeSummary> types;
  for (std::size_t o = 0; o < dataset.organisations.size(); ++o) {
    TypeSummary& type = types[dataset.organisations[o].type];
    type.type = dataset.organisations[o].type;
    ++type.organisations;
    type.measured += dataset.find(static_cast<int>(o), survey.year) != nullptr;
  }
  std::vector<TypeSummary> all;
  for (auto& [name, type] : types) all.push_back(std::move(type));
  return all;
}

std::vector<std::string> missing_from(const Survey& survey, const DataSummary& summary) {
  std::vector<std::string> missing;
  const int unmeasured = static_cast<int>(summary.organisations) - summary.measured();
  if (unmeasured > 0)
    missing.push_back(fmt::format("{} of {} organisations did not measure in {} and get no report", unmeasured,
                                  summary.organisations, survey.year));
  if (!summary.years.empty() && summary.years.back().invited_unknown > 0)
    missing.push_back(fmt::format("how many were invited is unknown of {} of {} organisations in {}: no response rate",
                                  summary.years.back().invited_unknown, summary.measured(), survey.year));
  if (survey.units_path.empty())
    missing.push_back("no file of units: units are called as among the answers, and no kind of unit is compared");
  if (summary.years.size() == 1) missing.push_back("no earlier year: nothing is said of change");
  return missing;
}

}  // namespace

int DataSummary::measured() const {
  int sum = 0;
  for (const TypeSummary& type : types) sum += type.measured;
  return sum;
}

std::size_t DataSummary::respondents() const {
  std::size_t sum = 0;
  for (const YearSummary& y : years) sum += y.respondents;
  return sum;
}

std::size_t DataSummary::answers() const {
  std::size_t sum = 0;
  for (const YearSummary& y : years) sum += y.answers;
  return sum;
}

CheckSummary summary_of(const Problems& problems) {
  CheckSummary summary;
  for (const Problem& problem : problems) {
    summary.counts.add(problem.severity, problem.count);
    auto file = std::find_if(summary.files.begin(), summary.files.end(),
                             [&](const FileProblems& f) { return f.file == problem.place.file; });
    if (file == summary.files.end()) file = summary.files.insert(file, {problem.place.file, {}, {}});
    file->counts.add(problem.severity, problem.count);
    file->problems.push_back(problem);
  }
  return summary;
}

DataSummary summary_of(const Survey& survey, const Model& model, const Dataset& dataset) {
  DataSummary summary;
  summary.name = survey.name.in(survey.languages.front());
  summary.year = survey.year;
  summary.files = dataset.sources;
  summary.types = summary_of_types(survey, dataset);
  for (const int year : dataset.years) summary.years.push_back(summary_of_year(dataset, year));
  summary.organisations = dataset.organisations.size();
  summary.statements = model.at(Level::statement).size();
  summary.units = dataset.units.size();
  summary.given_values = dataset.given.size();
  summary.initiatives = dataset.initiatives.size();
  summary.missing = missing_from(survey, summary);
  return summary;
}

std::string to_text(const ProblemCounts& counts) {
  std::vector<std::string> parts;
  const auto add = [&](int count, const char* one) {
    if (count > 0) parts.push_back(fmt::format("{} {}{}", count, one, count == 1 ? "" : "s"));
  };
  add(counts.errors, "error");
  add(counts.warnings, "warning");
  add(counts.notes, "note");
  return parts.empty() ? "no problems" : fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace mognad
