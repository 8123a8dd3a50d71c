#include "commands/mail_ledger.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "batch/mail_run.h"
#include "commands/load.h"
#include "delivery/ledger_mark.h"
#include "files/output_names.h"
#include "files/owner_only.h"
#include "input/read_survey.h"

namespace mognad {

bool has_mail_ledger(const std::string& ledger_path, const Files& files) {
  return files.exists(ledger_path) || files.exists(mark_path(ledger_path));
}

Result<MailLedger> open_mail_ledger(const std::string& mail_folder, const std::string& ledger_path) {
  if (auto failed = make_private_folder(mail_folder)) return *failed;
  Problems problems;
  auto ledger = Ledger::open(ledger_path).take(problems);
  if (!ledger) return problems;
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
  if (!has_mail_ledger(path, files)) return {std::optional<MailLedger>(), std::move(problems)};
  auto opened = open_mail_ledger(folder, path).take(problems);
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
