#include "delivery/smtp_mailer.h"

namespace mognad {

std::unique_ptr<Mailer> make_smtp_mailer(SmtpOptions) { return nullptr; }

}  // namespace mognad
