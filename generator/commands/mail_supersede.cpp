#include <fmt/format.h>

#include "batch/earlier_receivers.h"
#include "commands/mail_commands.h"
#include "commands/mail_ledger.h"
#include "commands/plan_mailing.h"

namespace mognad {
namespace {

/// What a survey must say before anything is corrected.
std::optional<Problem> missing_correction(const Survey& survey) {
  if (survey.correction.replaces > 0) return std::nullopt;
  return error_at({survey.path}, "the survey doesn't say what is corrected",
                  fmt::format("raise the edition, add [correction] with replaces = {} and a text in each language that "
                              "says what has changed, and render again",
                              survey.edition));
}

/// All rows of the ledger; nothing with a problem where nothing was sent.
std::optional<std::vector<LedgerRow>> read_ledger(const LoadedMail& mail, const Files& files, Problems& problems) {
  if (!has_mail_ledger(mail.ledger_path, files)) {
    problems.push_back(error_at({mail.ledger_path}, "nothing was sent from here, so that nothing is to be corrected",
                                "send the corrected reports: mognad mail plan SURVEY"));
    return std::nullopt;
  }
  const auto opened = open_mail_ledger(mail.mail_folder, mail.ledger_path).take(problems);
  if (!opened) return std::nullopt;
  return opened->ledger.rows().take(problems);
}

void tell_unknown(const EarlierReceivers& receivers, Problems& problems) {
  for (const LedgerRow& row : receivers.unknown)
    problems.push_back(
        error_at({},
                 fmt::format("nobody knows whether the message {} to {} of {} arrived", row.key.substr(0, kKeyShown),
                             masked_address(row.address), excerpt(row.organisation)),
                 "find out and settle it first: mognad mail resolve"));
}

}  // namespace

ExitStatus run_mail_supersede(const CommandOptions& options, Files& files) {
  Problems problems;
  const auto loaded = load_mail(options, files).take(problems);
  if (!loaded) return refuse_mailing(problems, options);
  const LoadedMail& mail = **loaded;
  if (auto missing = missing_correction(mail.survey)) {
    problems.push_back(std::move(*missing));
    return refuse_mailing(problems, options);
  }
  const auto rows = read_ledger(mail, files, problems);
  if (!rows) return refuse_mailing(problems, options);
  const EarlierReceivers receivers = find_earlier_receivers(mail.survey, *rows);
  tell_unknown(receivers, problems);
  if (receivers.missed > 0)
    problems.push_back(note_at({mail.ledger_path},
                               fmt::format("no earlier report was delivered to {} of the recipients: they get no "
                                           "correction",
                                           receivers.missed),
                               "they get the corrected report as their first: mognad mail plan SURVEY"));
  if (receivers.rows.empty() && receivers.unknown.empty())
    problems.push_back(error_at({mail.ledger_path}, "nobody has got an earlier edition of what is corrected"));
  if (has_errors(problems)) return refuse_mailing(problems, options);
  PlanOptions plan;
  plan.purpose = fmt::format("erratum-{}", mail.survey.edition);
  plan.earlier = &receivers.rows;
  return plan_mailing(mail, plan, std::move(problems), options, files);
}

}  // namespace mognad
