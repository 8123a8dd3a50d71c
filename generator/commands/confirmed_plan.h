// The plan that a user confirms by its hash, and whether everything is still as it was when it was made.
#pragma once

#include <string>

#include "commands/load_mail.h"
#include "delivery/mail_plan.h"

namespace mognad {

/// So many digits of a hash are enough to name a plan.
inline constexpr std::size_t kFewestDigits = 12;

struct ConfirmedPlan {
  MailPlan plan;
  std::string folder;  // of the plan and its messages
};

/// The one plan below mail/ whose text has this hash, or one that begins so. The hash is computed, nowhere read.
Result<ConfirmedPlan> find_confirmed_plan(const std::string& mail_folder, const std::string& hash, const Files& files);

/// What is another than in the plan, each with what to do: the survey, the recipients, the settings, the reports.
Problems changes_since(const MailPlan& plan, const LoadedMail& loaded);

}  // namespace mognad
