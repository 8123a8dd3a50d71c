#include "commands/simulate.h"

#include <fmt/format.h>

#include "commands/commands.h"
#include "commands/reporting.h"
#include "export/csv/survey_data.h"
#include "input/read_dataset.h"
#include "statistics/simulation.h"

namespace mognad {
namespace {

/// Real answers must never be overwritten by invented ones, and each simulated year needs its file.
Problems refuse_what_is_wrong(const Survey& survey) {
  Problems problems;
  const std::string& file = survey.path;
  if (!survey.simulated)
    problems.push_back(error_at({file}, "the survey does not say that its answers are simulated",
                                "set simulated = true; then every page says so"));
  if (survey.answer_paths.size() != static_cast<std::size_t>(survey.simulation.years))
    problems.push_back(error_at({file},
                                fmt::format("'files.answers' names {} files for {} simulated years",
                                            survey.answer_paths.size(), survey.simulation.years),
                                "one file for each year, the earliest first"));
  if (survey.units_path.empty() || survey.participation_path.empty())
    problems.push_back(error_at({file}, "'files.units' and 'files.participation' are needed for a simulation"));
  return problems;
}

}  // namespace

Result<std::size_t> write_simulation(const Survey& survey, const Model& model, Files& files, bool* disk_failed) {
  Problems problems = refuse_what_is_wrong(survey);
  if (has_errors(problems)) return problems;
  const auto organisations = read_organisations(survey, files).take(problems);
  if (!organisations || has_errors(problems)) return problems;
  const Dataset dataset = simulate(model, survey, *organisations);
  const auto write = [&](const std::string& path, const std::string& bytes) {
    if (auto problem = files.write_whole(path, bytes)) problems.push_back(std::move(*problem));
  };
  for (std::size_t i = 0; i < survey.answer_paths.size(); ++i)
    write(survey.answer_paths[i], answers_csv(dataset, model, dataset.years[i]));
  write(survey.units_path, units_csv(dataset));
  write(survey.participation_path, participation_csv(dataset));
  if (has_errors(problems)) {
    if (disk_failed) *disk_failed = true;
    return problems;
  }
  std::size_t answers = 0;
  for (const std::int8_t answer : dataset.answers) answers += is_step(answer);
  return answers;
}

ExitStatus run_simulate(const CommandOptions& options, Files& files) {
  Problems problems;
  auto loaded = load_survey(options, files).take(problems);
  std::optional<std::size_t> answers;
  bool disk_failed = false;
  if (loaded) {
    if (options.seed) loaded->survey.simulation.seed = *options.seed;
    answers = write_simulation(loaded->survey, loaded->model, files, &disk_failed).take(problems);
  }
  print_problems(problems, options);
  if (!answers) return disk_failed ? ExitStatus::surroundings_failed : ExitStatus::input_refused;
  if (!options.quiet) fmt::print("{} simulated answers in {}\n", *answers, loaded->survey.folder);
  return ExitStatus::done;
}

}  // namespace mognad
