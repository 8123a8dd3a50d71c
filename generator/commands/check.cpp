#include <fmt/format.h>

#include "commands/check_json.h"
#include "commands/check_page.h"
#include "commands/check_summary.h"
#include "commands/check_text.h"
#include "commands/commands.h"
#include "commands/load.h"
#include "commands/reporting.h"

namespace mognad {

ExitStatus run_check(const CommandOptions& options, Files& files) {
  Problems problems;
  const auto loaded = load_all(options, files).take(problems);
  print_problems(problems, options);
  CheckSummary summary = summary_of(problems);
  if (loaded) summary.data = summary_of((*loaded)->survey, (*loaded)->model, (*loaded)->dataset);
  if (options.json) fmt::print("{}\n", check_json(summary));
  else if (!options.quiet) fmt::print("{}", check_text(summary));
  if (!options.html.empty())
    if (const auto failed = files.write_whole(options.html, check_page(summary, options.survey))) {
      print_problems({*failed}, options);
      return ExitStatus::surroundings_failed;
    }
  return loaded ? ExitStatus::done : ExitStatus::input_refused;
}

}  // namespace mognad
