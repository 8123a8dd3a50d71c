#include <fmt/format.h>

#include <algorithm>

#include "base/json_text.h"
#include "batch/send_mail.h"
#include "commands/mail_commands.h"
#include "commands/mail_ledger.h"
#include "commands/reporting.h"
#include "language/edit_distance.h"
#include "language/header_text.h"

namespace mognad {
namespace {

constexpr std::size_t kShortestBeginning = 6;

/// The nearest beginning of a key, of as many digits as were typed, but no fewer than are shown.
std::string advice_on_key(const std::string& typed, const std::vector<LedgerRow>& rows) {
  std::vector<std::string> beginnings;
  for (const LedgerRow& row : rows) beginnings.push_back(row.key.substr(0, std::max(typed.size(), kKeyShown)));
  if (const auto nearest = nearest_name(typed, beginnings)) return fmt::format("did you mean '{}'?", *nearest);
  return "'mognad mail status' lists the keys; the first six digits are the fewest";
}

/// The one message whose key is this or begins so, if it may be settled so; else a problem.
std::optional<LedgerRow> chosen_row(const std::string& typed, MailState as, const std::vector<LedgerRow>& rows,
                                    Problems& problems) {
  std::vector<LedgerRow> fitting;
  if (typed.size() >= kShortestBeginning)
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(fitting),
                 [&](const LedgerRow& row) { return row.key.starts_with(typed); });
  if (fitting.size() != 1) {
    problems.push_back(error_at({"--message"},
                                fitting.empty() ? fmt::format("no message has the key '{}'", excerpt(typed))
                                                : fmt::format("several messages have keys that begin with '{}'", typed),
                                fitting.empty() ? advice_on_key(typed, rows) : "name more digits of the key"));
    return std::nullopt;
  }
  const LedgerRow& row = fitting.front();
  if (row.state == MailState::unknown || (row.state == MailState::refused && as == MailState::planned)) return row;
  problems.push_back(error_at({"--message"},
                              fmt::format("the message {} is '{}', and there is nothing to settle",
                                          row.key.substr(0, 12), kMailStateNames[static_cast<std::size_t>(row.state)]),
                              "unknown messages can be settled, and refused ones planned again"));
  return std::nullopt;
}

/// A message that is named twice is settled once.
std::vector<LedgerRow> chosen_rows(const CommandOptions& options, MailState as, const std::vector<LedgerRow>& rows,
                                   Problems& problems) {
  std::vector<LedgerRow> chosen;
  for (const std::string& typed : options.mail.messages) {
    const auto row = chosen_row(typed, as, rows, problems);
    const auto is_it = [&](const LedgerRow& other) { return other.key == row->key; };
    if (row && std::none_of(chosen.begin(), chosen.end(), is_it)) chosen.push_back(*row);
  }
  return chosen;
}

void print_history(const LedgerRow& row, const Ledger& ledger, const CommandOptions& options, Problems& problems) {
  const auto changes = ledger.history(row.key).take(problems);
  if (!changes || options.quiet) return;
  if (!options.json) fmt::print("{}  {}  {}\n", row.key, row.organisation, masked_address(row.address));
  for (const LedgerChange& change : *changes) {
    const std::string time = time_text(change.time), answer = shown(change.answer, row.address);
    if (options.json)
      fmt::print("{{\"message\": {}, \"time\": {}, \"event\": {}, \"code\": {}, \"answer\": {}}}\n",
                 json_string(row.key), json_string(time), json_string(change.event), change.code, json_string(answer));
    else if (change.code == 0) fmt::print("  {}  {:<9}  {}\n", time, change.event, answer);
    else fmt::print("  {}  {:<9}  {} {}\n", time, change.event, change.code, answer);
  }
}

ExitStatus ended(const Problems& problems, const CommandOptions& options, ExitStatus status) {
  print_problems(problems, options);
  return status;
}

}  // namespace

ExitStatus run_mail_resolve(const CommandOptions& options, Files& files) {
  Problems problems;
  const MailState as = options.mail.as == "accepted" ? MailState::accepted : MailState::planned;
  const auto why = HeaderText::of(options.mail.why, HeaderUse::subject, {"--why"}, "reason").take(problems);
  auto found = find_mail_ledger(options, files).take(problems);
  if (found && !*found) problems.push_back(error_at({}, "nothing has been sent yet, so there is nothing to settle"));
  if (!found || !*found || !why) return ended(problems, options, ExitStatus::input_refused);
  Ledger& ledger = (*found)->ledger;
  const auto rows = ledger.rows().take(problems);
  if (!rows) return ended(problems, options, ExitStatus::surroundings_failed);
  // All are looked at before the first is settled.
  const std::vector<LedgerRow> chosen = chosen_rows(options, as, *rows, problems);
  if (has_errors(problems)) return ended(problems, options, ExitStatus::input_refused);
  for (const LedgerRow& row : chosen) {
    if (auto failed = ledger.resolve(row.key, as, why->text(), make_system_clock()->now()))
      return ended({*failed}, options, ExitStatus::surroundings_failed);
    print_history(row, ledger, options, problems);
  }
  return ended(problems, options, ExitStatus::done);
}

}  // namespace mognad
