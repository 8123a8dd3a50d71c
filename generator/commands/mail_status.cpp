#include <fmt/format.h>

#include <map>

#include "base/json_text.h"
#include "commands/mail_command.h"
#include "commands/mail_commands.h"
#include "commands/mail_ledger.h"
#include "commands/reporting.h"

namespace mognad {
namespace {

std::string_view state_name(const LedgerRow& row) { return kMailStateNames[static_cast<std::size_t>(row.state)]; }

bool has_bounced(const LedgerRow& row) { return row.bounce == "failed"; }

/// Whether a person has to look at it.
bool is_open(const LedgerRow& row) {
  return row.state == MailState::refused || row.state == MailState::unknown || row.state == MailState::deferred ||
         has_bounced(row);
}

/// By purpose, then by state.
using Counts = std::map<std::string, std::map<MailState, int>>;

Counts count_rows(const std::vector<LedgerRow>& rows) {
  Counts counts;
  for (const LedgerRow& row : rows) ++counts[row.purpose][row.state];
  return counts;
}

std::string answer_of(const LedgerRow& row) {
  if (!row.bounce.empty()) return fmt::format("{}: {}", row.bounce, shown(row.bounce_answer, row.address));
  const std::string answer = shown(row.answer, row.address);
  return row.code == 0 ? answer : fmt::format("{} {}", row.code, answer);
}

void print_row(const LedgerRow& row, const CommandOptions& options) {
  const std::string address = masked_address(row.address);
  if (options.json) {
    fmt::print(
        "{{\"message\": {}, \"purpose\": {}, \"organisation\": {}, \"language\": {}, \"address\": {}, \"state\": {}, "
        "\"attempts\": {}, \"changed\": {}, \"next\": {}, \"bounce\": {}, \"answer\": {}}}\n",
        json_string(row.key), json_string(row.purpose), json_string(row.organisation), json_string(row.language),
        json_string(address), json_string(state_name(row)), row.attempts, json_string(time_text(row.changed)),
        json_string(time_text(row.next)), json_string(row.bounce), json_string(answer_of(row)));
    return;
  }
  const std::string_view state = has_bounced(row) ? "bounced" : state_name(row);
  fmt::print("{:<8}  {}  {:<6}  {:<12}  {}  {}{}\n", state, row.key.substr(0, kKeyShown), row.organisation, address,
             time_text(row.changed), answer_of(row),
             row.next == 0 ? "" : fmt::format(" (not before {})", time_text(row.next)));
}

void print_counts(const std::string& purpose, const std::map<MailState, int>& states, const CommandOptions& options) {
  int all = 0;
  std::string text;
  for (const auto& [state, count] : states) {
    const std::string_view name = kMailStateNames[static_cast<std::size_t>(state)];
    text += options.json ? fmt::format(", {}: {}", json_string(name), count) : fmt::format(", {} {}", count, name);
    all += count;
  }
  if (options.json) fmt::print("{{\"purpose\": {}, \"messages\": {}{}}}\n", json_string(purpose), all, text);
  else fmt::print("{}: {} {}{}\n", purpose, all, all == 1 ? "message" : "messages", text);
}

void print_advice(const std::vector<LedgerRow>& rows, bool sending, const CommandOptions& options) {
  if (options.json) return;
  if (sending) fmt::print("another process is sending now\n");
  for (const LedgerRow& row : rows)
    if (row.state == MailState::unknown) {
      fmt::print(
          "Nobody knows whether the unknown ones arrived. Ask their recipients, or look for the key, which is the "
          "beginning\nof the Message-ID, in the server's log; then settle each:\n"
          "  it arrived:                   {}\n"
          "  it didn't, and is sent again: {}\n",
          mail_command(fmt::format("resolve --message {} --as accepted", row.key.substr(0, kKeyShown)), options),
          mail_command(fmt::format("resolve --message {} --as planned", row.key.substr(0, kKeyShown)), options));
      return;
    }
}

}  // namespace

ExitStatus run_mail_status(const CommandOptions& options, Files& files) {
  Problems problems;
  const auto found = find_mail_ledger(options, files).take(problems);
  const auto rows = found && *found ? (*found)->ledger.rows(options.mail.purpose).take(problems) : std::nullopt;
  print_problems(problems, options);
  if (!found) return ExitStatus::input_refused;
  if (!*found) {
    if (!options.quiet && !options.json) fmt::print("nothing has been sent yet\n");
    return ExitStatus::done;
  }
  if (!rows) return ExitStatus::surroundings_failed;
  int open = 0;
  for (const LedgerRow& row : *rows) {
    open += is_open(row);
    if (is_open(row) || options.verbose) print_row(row, options);
  }
  for (const auto& [purpose, states] : count_rows(*rows)) print_counts(purpose, states, options);
  print_advice(*rows, !(*found)->right_to_send, options);
  return open == 0 ? ExitStatus::done : ExitStatus::some_failed;
}

}  // namespace mognad
