#include <fmt/format.h>

#include "commands/check_json.h"
#include "commands/check_mail.h"
#include "commands/check_page.h"
#include "commands/check_summary.h"
#include "commands/check_text.h"
#include "commands/commands.h"
#include "commands/load.h"
#include "commands/page_file.h"
#include "commands/reporting.h"
#include "input/read_survey.h"

namespace mognad {
namespace {

/// By its name, and by its path when that can't be read.
std::string title_of(const Survey* survey, const CommandOptions& options) {
  return survey ? fmt::format("{} {}", survey->name.in(survey->languages.front()), survey->year) : options.survey;
}

/// What the survey is called and which files it names is known before all of it is read, and also when it is refused.
std::optional<Survey> first_look(const CommandOptions& options, const Files& files) {
  Problems told_later;
  return read_survey(options.survey, options.templates, files, options.limits).take(told_later);
}

}  // namespace

ExitStatus run_check(const CommandOptions& options, Files& files) {
  std::string title;
  if (!options.html.empty()) {
    const auto survey = first_look(options, files);
    title = title_of(survey ? &*survey : nullptr, options);
    if (const auto refused = page_refusal(options.html, survey ? &*survey : nullptr, files)) {
      print_problems({refused->problem}, options);
      return refused->status;
    }
  }
  Problems problems;
  const auto loaded = load_all(options, files).take(problems);
  std::optional<std::size_t> recipients;
  if (loaded) recipients = check_mail(**loaded, files).take(problems);
  print_problems(problems, options);
  CheckSummary summary = summary_of(problems);
  if (recipients) {
    summary.data = summary_of((*loaded)->survey, (*loaded)->model, (*loaded)->dataset);
    summary.data->recipients = *recipients;
  }
  if (options.json) fmt::print("{}\n", check_json(summary));
  else if (!options.quiet) fmt::print("{}", check_text(summary));
  if (!options.html.empty())
    if (const auto failed = files.write_whole(options.html, check_page(summary, title))) {
      print_problems({*failed}, options);
      return ExitStatus::surroundings_failed;
    }
  return recipients ? ExitStatus::done : ExitStatus::input_refused;
}

}  // namespace mognad
