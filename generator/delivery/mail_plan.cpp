#include "delivery/mail_plan.h"

namespace mognad {

std::string mail_plan_json(const MailPlan&) { return {}; }

std::string mail_plan_hash(const std::string& json) { return json; }

Result<MailPlan> read_mail_plan(const std::string&, const std::string&) { return MailPlan{}; }

}  // namespace mognad
