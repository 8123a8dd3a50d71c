#include <fmt/format.h>

#include <map>

#include "batch/send_mail.h"
#include "commands/batch_outcome.h"
#include "commands/confirmed_plan.h"
#include "commands/mail_commands.h"
#include "commands/mail_ledger.h"
#include "commands/mail_route.h"
#include "commands/reporting.h"

namespace mognad {
namespace {

/// What has become of the plan's messages, by state, in this run and before.
std::map<MailState, int> states_of(const MailPlan& plan, const Ledger& ledger, Problems& problems) {
  std::map<std::string, MailState> by_key;
  const auto rows = ledger.rows(plan.purpose).take(problems);
  if (rows)
    for (const LedgerRow& row : *rows) by_key[row.key] = row.state;
  std::map<MailState, int> states;
  for (const PlannedMessage& message : plan.messages) {
    const auto found = by_key.find(message.key);
    ++states[found == by_key.end() ? MailState::planned : found->second];
  }
  return states;
}

void print_sent(const MailPlan& plan, std::map<MailState, int>& states, const SendResult& result,
                const CommandOptions& options) {
  if (options.quiet) return;
  const int left = states[MailState::planned] + states[MailState::sending];
  if (options.json) {
    fmt::print(
        "{{\"messages\": {}, \"accepted\": {}, \"accepted_before\": {}, \"refused\": {}, \"unknown\": {}, "
        "\"deferred\": {}, \"planned\": {}}}\n",
        plan.messages.size(), states[MailState::accepted], result.before, states[MailState::refused],
        states[MailState::unknown], states[MailState::deferred], left);
    return;
  }
  fmt::print("{} of {} messages accepted, {} of them before this run\n", states[MailState::accepted],
             plan.messages.size(), result.before);
  if (const int refused = states[MailState::refused]) fmt::print("{} refused\n", refused);
  if (const int unknown = states[MailState::unknown])
    fmt::print("{} unknown, which are not sent again by themselves: mognad mail status\n", unknown);
  if (const int later = states[MailState::deferred])
    fmt::print("{} put off by the server: the same command tries again\n", later);
  if (left > 0) fmt::print("{} not sent yet: the same command goes on\n", left);
}

SendResult send_confirmed(const ConfirmedPlan& confirmed, const LoadedMail& loaded, const MakeMailer& make_mailer,
                          Ledger& ledger, const CommandOptions& options, Files& files) {
  const MailSettings& mail = loaded.survey.mail;
  Progress progress(options, "messages");
  SendOptions send;
  send.output = loaded.output;
  send.plan_folder = confirmed.folder;
  send.leaves_here = mail.folder.empty();
  if (mail.server && send.leaves_here) {
    send.connections = mail.server->connections;
    send.messages_per_minute = mail.server->messages_per_minute;
  } else {
    send.messages_per_minute = 1e9;  // a folder needs no care
  }
  send.retry = mail.retry;
  send.make_mailer = make_mailer;
  send.progress = [&](std::size_t done, std::size_t all) { progress.show(done, all); };
  send.stop = &stop_on_interrupt();
  const auto clock = make_system_clock();
  SendResult result = send_mail(confirmed.plan, send, ledger, *clock, files);
  progress.finish();
  return result;
}

ExitStatus refuse_sending(const Problems& problems, const CommandOptions& options, ExitStatus status) {
  print_problems(problems, options);
  return status;
}

ExitStatus status_of_sending(const MailPlan& plan, const SendResult& result, std::map<MailState, int>& states) {
  if (result.surroundings) return ExitStatus::surroundings_failed;
  if (result.halted) return ExitStatus::input_refused;
  const bool all = static_cast<std::size_t>(states[MailState::accepted]) == plan.messages.size();
  return all ? ExitStatus::done : ExitStatus::some_failed;
}

}  // namespace

ExitStatus run_mail_send(const CommandOptions& options, Files& files) {
  Problems problems;
  const auto loaded = load_mail(options, files).take(problems);
  if (!loaded) return refuse_sending(problems, options, ExitStatus::input_refused);
  const LoadedMail& mail = **loaded;
  const auto confirmed = find_confirmed_plan(mail.mail_folder, options.mail.confirm, files).take(problems);
  if (!confirmed) return refuse_sending(problems, options, ExitStatus::input_refused);
  const Problems changes = changes_since(confirmed->plan, mail);
  problems.insert(problems.end(), changes.begin(), changes.end());
  const auto make_mailer = mail_route(mail.survey, files).take(problems);
  if (has_errors(problems) || !make_mailer) return refuse_sending(problems, options, ExitStatus::input_refused);

  auto opened = open_mail_ledger(mail.mail_folder, mail.ledger_path).take(problems);
  if (opened && !opened->right_to_send)
    problems.push_back(error_at({mail.mail_folder}, "another process is sending these messages",
                                "wait until it has ended, or see how far it is: mognad mail status"));
  if (!opened || !opened->right_to_send) return refuse_sending(problems, options, ExitStatus::surroundings_failed);
  SendResult result = send_confirmed(*confirmed, mail, *make_mailer, opened->ledger, options, files);
  problems.insert(problems.end(), result.problems.begin(), result.problems.end());
  auto states = states_of(confirmed->plan, opened->ledger, problems);
  print_problems(problems, options);
  print_sent(confirmed->plan, states, result, options);
  return status_of_sending(confirmed->plan, result, states);
}

}  // namespace mognad
