#include "input/read_dataset.h"

#include <fmt/format.h>

#include <algorithm>

#include "input/answer_table.h"
#include "input/check_data.h"
#include "input/check_survey.h"
#include "input/data_table.h"
#include "input/named_file.h"
#include "input/read_initiatives.h"
#include "input/read_participation.h"
#include "input/read_published.h"
#include "input/read_units.h"
#include "input/result_table.h"

namespace mognad {
namespace {

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
  const auto add = [&](const AnswerImport& import, const TableFile& file, const char* key) -> AnswerSheet& {
    AnswerSheet& sheet = answers.add(import);
    if (auto table = open_table(file, key, {import.skip_rows, import.head_rows, SameHeads::allowed}, survey, files,
                                dataset, sheet.problems()))
      open.push_back({sheet, std::move(*table), dataset.sources.size() - 1});
    return sheet;
  };
  for (const std::string& path : survey.answer_paths) {
    const TableFile file = table_file(path, "answers");
    Problems& found = add(kOwnLayout, file, "files.answers").problems();
    if (!files.exists(file.path) && !found.empty()) found.back().hint = kNoAnswers;
  }
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
  check_survey(survey, model, *dataset, problems);
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
      read_participation(std::move(*table), *dataset, has_errors(problems));
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
