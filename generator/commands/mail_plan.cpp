#include "commands/mail_commands.h"
#include "commands/mail_ledger.h"
#include "commands/plan_mailing.h"

namespace mognad {

ExitStatus run_mail_plan(const CommandOptions& options, Files& files) {
  Problems problems;
  const auto loaded = load_mail(options, files).take(problems);
  if (!loaded) return refuse_mailing(problems, options);
  const LoadedMail& mail = **loaded;
  PlanOptions plan;
  std::optional<std::vector<LedgerRow>> sent;
  if (has_mail_ledger(mail.ledger_path, files)) {
    const auto ledger = open_mail_ledger(mail.mail_folder, mail.ledger_path).take(problems);
    if (ledger) sent = ledger->ledger.rows(plan.purpose).take(problems);
    // Without the ledger nobody knows what was sent.
    if (!sent) return refuse_mailing(problems, options);
    plan.sent = &*sent;
  }
  return plan_mailing(mail, plan, std::move(problems), options, files);
}

}  // namespace mognad
