#include <fmt/format.h>

#include "batch/collect_bounces.h"
#include "batch/send_mail.h"
#include "commands/mail_commands.h"
#include "commands/mail_ledger.h"
#include "commands/reporting.h"

namespace mognad {
namespace {

/// How many of those that were noted now say that the message didn't arrive.
int count_failed(const CollectedBounces& bounces) {
  int failed = 0;
  for (const auto& [key, bounce] : bounces.by_key) failed += bounce.action == "failed";
  return failed;
}

void print_summary(const CollectedBounces& bounces, const CommandOptions& options) {
  const int unmatched = bounces.reports - bounces.matched, failed = count_failed(bounces);
  if (options.json) {
    fmt::print(
        "{{\"messages\": {}, \"reports\": {}, \"matched\": {}, \"unmatched\": {}, \"noted\": {}, \"failed\": {}}}\n",
        bounces.messages, bounces.reports, bounces.matched, unmatched, bounces.by_key.size(), failed);
    return;
  }
  if (options.quiet) return;
  fmt::print("{} {}, {} delivery {}: {} matched, {} unmatched; {} noted now, {} of them failed\n", bounces.messages,
             bounces.messages == 1 ? "message" : "messages", bounces.reports,
             bounces.reports == 1 ? "report" : "reports", bounces.matched, unmatched, bounces.by_key.size(), failed);
}

/// What was noted before a problem stays noted; the same command goes on from there.
std::optional<Problem> note_bounces(const CollectedBounces& bounces, Ledger& ledger) {
  const auto clock = make_system_clock();
  for (const auto& [key, bounce] : bounces.by_key)
    if (auto failed = ledger.note_bounce(key, bounce.action, bounce.answer, clock->now())) return failed;
  return std::nullopt;
}

}  // namespace

ExitStatus run_mail_bounces(const CommandOptions& options, Files& files) {
  Problems problems;
  auto found = find_mail_ledger(options, files).take(problems);
  if (found && !*found) problems.push_back(error_at({}, "nothing has been sent yet, so nothing can have come back"));
  const auto rows = found && *found ? (*found)->ledger.rows().take(problems) : std::nullopt;
  if (!rows) {
    print_problems(problems, options);
    return found && *found ? ExitStatus::surroundings_failed : ExitStatus::input_refused;
  }
  const CollectedBounces bounces = collect_bounces(options.mail.maildir, *rows, files);
  problems.insert(problems.end(), bounces.problems.begin(), bounces.problems.end());
  const bool readable = !has_errors(bounces.problems);
  const auto failed = readable ? note_bounces(bounces, (*found)->ledger) : std::nullopt;
  if (failed) problems.push_back(*failed);
  print_problems(problems, options);
  if (!readable) return ExitStatus::input_refused;
  if (failed) return ExitStatus::surroundings_failed;
  print_summary(bounces, options);
  return bounces.problems.empty() && count_failed(bounces) == 0 ? ExitStatus::done : ExitStatus::some_failed;
}

}  // namespace mognad
