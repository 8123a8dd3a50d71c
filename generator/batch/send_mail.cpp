#include "batch/send_mail.h"

#include <algorithm>
#include <set>
#include <thread>

#include "batch/mail_run.h"
#include "batch/outgoing_message.h"
#include "batch/workers.h"
#include "files/output_names.h"

namespace mognad {
namespace {

bool is_stopped(const SendOptions& options) { return options.stop && *options.stop; }

unsigned connections_of(const SendOptions& options) { return static_cast<unsigned>(std::max(1, options.connections)); }

/// All that isn't as it was planned, in the order of the plan.
Problems check_all(const MailPlan& plan, const SendOptions& options, const Files& files, ProvenReports& proven) {
  std::vector<Problems> of_message(plan.messages.size());
  const std::atomic<bool> never = false;
  const OutgoingWay way{options.output, options.plan_folder, options.leaves_here};
  run_tasks(plan.messages.size(), connections_of(options), options.stop ? *options.stop : never, [&] {
    return [&](std::size_t i) { of_message[i] = read_outgoing(plan, plan.messages[i], way, files, proven).problems; };
  });
  Problems problems;
  for (Problems& found : of_message)
    for (Problem& problem : found)
      if (std::find(problems.begin(), problems.end(), problem) == problems.end())
        problems.push_back(std::move(problem));
  return problems;
}

std::vector<LedgerRow> rows_of(const MailPlan& plan) {
  std::vector<LedgerRow> rows;
  for (const PlannedMessage& m : plan.messages)
    rows.push_back({.key = m.key,
                    .purpose = plan.purpose,
                    .organisation = m.organisation,
                    .language = m.language,
                    .address = m.address,
                    .edition = plan.edition,
                    .file = m.report,
                    .report_sha256 = m.report_sha256,
                    .message_sha256 = m.sha256});
  return rows;
}

/// What the ledger holds of this plan's purpose, once everything in the plan is in it. Nothing: it can't be written.
std::optional<std::vector<LedgerRow>> prepare(const MailPlan& plan, Ledger& ledger, Clock& clock, Problems& problems) {
  if (!ledger.recover(clock.now()).take(problems)) return std::nullopt;
  if (auto failed = ledger.plan(rows_of(plan), clock.now())) {
    problems.push_back(std::move(*failed));
    return std::nullopt;
  }
  return ledger.rows(plan.purpose).take(problems);
}

void work_on_all_connections(MailRun& run, std::size_t connections) {
  std::vector<std::jthread> pool;
  for (std::size_t i = 1; i < connections; ++i) pool.emplace_back([&run] { run.work(); });
  run.work();
}

}  // namespace

SendResult send_mail(const MailPlan& plan, const SendOptions& options, Ledger& ledger, Clock& clock, Files& files) {
  SendResult result;
  ProvenReports proven;
  result.problems = check_all(plan, options, files, proven);
  result.halted = !result.problems.empty();
  result.stopped = is_stopped(options);
  if (result.halted || result.stopped) return result;
  const auto rows = prepare(plan, ledger, clock, result.problems);
  if (!rows) {
    result.halted = result.surroundings = true;
    return result;
  }
  MailRun run(plan, options, ledger, clock, files, proven, result);
  run.queue(*rows);
  if (run.left() > 0) work_on_all_connections(run, std::min<std::size_t>(connections_of(options), run.left()));
  result.stopped = is_stopped(options);
  return result;
}

}  // namespace mognad
