#include "batch/send_mail.h"

namespace mognad {

std::unique_ptr<Clock> make_system_clock() { return nullptr; }

SendResult send_mail(const MailPlan&, const SendOptions&, Ledger&, Clock&, Files&) { return {}; }

}  // namespace mognad
