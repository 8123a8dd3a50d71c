#include "commands/mail_ledger.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "batch/mail_run.h"
#include "commands/load.h"
#include "files/output_names.h"
#include "files/owner_only.h"
#include "input/read_survey.h"

namespace mognad {

namespace {

/// A file that says that there is a ledger; it is made after it and never removed.
constexpr const char* kLedgerBegun = "ledger.begun";

std::optional<Problem> lost_ledger(const std::string& mail_folder, const std::string& ledger_path, const Files& files) {
  if (files.exists(ledger_path) || !files.exists(join_path(mail_folder, kLedgerBegun))) return std::nullopt;
  return error_at(
      {ledger_path}, "the ledger of what was sent is gone",
      "put it back from a copy, or everybody gets everything again; where really nothing was sent, remove " +
          join_path(mail_folder, kLedgerBegun));
}

}  // namespace

Result<MailLedger> open_mail_ledger(const std::string& mail_folder, const std::string& ledger_path,
                                    const Files& files) {
  if (auto failed = make_private_folder(mail_folder)) return *failed;
  if (auto lost = lost_ledger(mail_folder, ledger_path, files)) return *lost;
  Problems problems;
  auto ledger = Ledger::open(ledger_path).take(problems);
  if (!ledger) return problems;
  if (auto failed = make_private_file(join_path(mail_folder, kLedgerBegun))) return *failed;
  auto lock = FileLock::take(join_path(mail_folder, kSendingLock)).take(problems);
  if (!lock) return problems;
  if (*lock && !ledger->recover(make_system_clock()->now()).take(problems)) return problems;
  return MailLedger{std::move(*ledger), std::move(*lock)};
}

Result<std::optional<MailLedger>> find_mail_ledger(const CommandOptions& options, const Files& files) {
  Problems problems;
  const auto survey = read_survey(options.survey, options.templates, files, options.limits).take(problems);
  if (!survey) return problems;
  const std::string folder = join_path(output_folder(*survey, options), "mail");
  const std::string path = join_path(folder, "ledger.sqlite");
  if (auto lost = lost_ledger(folder, path, files)) return *lost;
  if (!files.exists(path)) return {std::optional<MailLedger>(), std::move(problems)};
  auto opened = open_mail_ledger(folder, path, files).take(problems);
  if (!opened) return problems;
  return {std::optional(std::move(*opened)), std::move(problems)};
}

std::string time_text(std::int64_t seconds) {
  return seconds == 0 ? "" : fmt::format("{:%Y-%m-%d %H:%M} UTC", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

std::string masked_address(const std::string& address) {
  const auto checked = MailAddress::of(address, {});
  return checked ? checked->masked() : "…";
}

std::string shown(const std::string& text, const std::string& address) {
  const auto checked = MailAddress::of(address, {});
  return checked ? shown_answer({Receipt::Outcome::accepted, 0, text}, *checked) : "";
}

}  // namespace mognad
