#include <fmt/format.h>

#include "commands/commands.h"
#include "commands/reporting.h"
#include "commands/simulate.h"
#include "files/output_names.h"

namespace mognad {
namespace {

constexpr std::string_view kCopied[] = {"survey.toml", "organisations.csv", "recipients.csv"};

Problems write_new_survey(const CommandOptions& options, Files& files, bool& disk_failed) {
  Problems problems;
  for (const std::string_view name : kCopied)
    if (const std::string path = join_path(options.survey, name); files.exists(path))
      problems.push_back(error_at({path}, "this file is there already and is not overwritten", "name a new folder"));
  if (has_errors(problems)) return problems;
  for (const std::string_view name : kCopied) {
    const auto bytes = files.read(join_path(options.templates, fmt::format("new/{}", name))).take(problems);
    if (!bytes) continue;
    if (auto problem = files.write_whole(join_path(options.survey, name), *bytes))
      problems.push_back(std::move(*problem)), disk_failed = true;
  }
  if (has_errors(problems)) return problems;
  const auto loaded = load_survey(options, files).take(problems);
  if (loaded) write_simulation(loaded->survey, loaded->model, files, &disk_failed).take(problems);
  return problems;
}

}  // namespace

ExitStatus run_new(const CommandOptions& options, Files& files) {
  bool disk_failed = false;
  const Problems problems = write_new_survey(options, files, disk_failed);
  print_problems(problems, options);
  if (has_errors(problems)) return disk_failed ? ExitStatus::surroundings_failed : ExitStatus::input_refused;
  if (!options.quiet)
    fmt::print("a survey of invented organisations in {}; try: mognad render {}\n", options.survey, options.survey);
  return ExitStatus::done;
}

}  // namespace mognad
