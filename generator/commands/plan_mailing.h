// Planning as `mognad mail plan` and `supersede` do it: the plan is made with progress shown, and told in a few lines
// that end with what to type to send it.
#pragma once

#include "commands/load_mail.h"

namespace mognad {

/// What a user reads before confirming.
struct MailingSummary {
  std::size_t messages = 0;
  std::size_t organisations = 0;
  std::map<std::string, std::size_t> languages;  // messages in each
  std::int64_t bytes = 0;
  std::int64_t largest = 0;
  std::string largest_file;
  std::size_t letters = 0;            // recipients who have no address for mail
  std::size_t without_recipient = 0;  // organisations with a report and nobody to get it
};

MailingSummary summary_of(const MailPlan& plan, const LoadedMail& loaded);

/// `problems` are those found before; all are printed. `plan` names the purpose and what the ledger knows.
ExitStatus plan_mailing(const LoadedMail& loaded, PlanOptions plan, Problems problems, const CommandOptions& options,
                        Files& files);

/// The message of a wrong input, and the status that goes with it.
ExitStatus refuse_mailing(const Problems& problems, const CommandOptions& options);

}  // namespace mognad
