#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "commands/commands.h"
#include "commands/load.h"
#include "commands/reporting.h"

namespace mognad {
namespace {

/// ", 14 initiatives"; nothing when there are none.
std::string counted(std::size_t count, const char* one, const char* many) {
  return count == 0 ? std::string() : fmt::format(", {} {}", count, count == 1 ? one : many);
}

}  // namespace

ExitStatus run_check(const CommandOptions& options, Files& files) {
  Problems problems;
  const auto loaded = load_all(options, files).take(problems);
  print_problems(problems, options);
  if (!loaded) {
    const auto errors =
        std::count_if(problems.begin(), problems.end(), [](const Problem& p) { return p.severity == Severity::error; });
    if (!options.quiet && !options.json)
      fmt::print("{} error{}; nothing was written\n", errors, errors == 1 ? "" : "s");
    return ExitStatus::input_refused;
  }
  const Dataset& data = (*loaded)->dataset;
  std::size_t answers = 0, measured = 0, respondents = 0;
  for (const std::int8_t answer : data.answers) answers += is_step(answer);
  for (const Measurement& m : data.measurements) {
    measured += m.year == (*loaded)->survey.year;
    respondents += static_cast<std::size_t>(m.respondents);
  }
  if (options.json)
    fmt::print(
        "{{\"organisations\": {}, \"measured\": {}, \"respondents\": {}, \"answers\": {}, \"given_values\": {}, "
        "\"initiatives\": {}, \"years\": [{}]}}\n",
        data.organisations.size(), measured, respondents, answers, data.given.size(), data.initiatives.size(),
        fmt::join(data.years, ", "));
  else if (!options.quiet)
    fmt::print("{} organisations, {} of them measured in {}; {} respondents, {} answers{}{}, years {}\n",
               data.organisations.size(), measured, (*loaded)->survey.year, respondents, answers,
               counted(data.given.size(), "value computed elsewhere", "values computed elsewhere"),
               counted(data.initiatives.size(), "initiative", "initiatives"), fmt::join(data.years, ", "));
  return ExitStatus::done;
}

}  // namespace mognad
