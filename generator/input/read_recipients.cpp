#include "input/read_recipients.h"

namespace mognad {

Result<Recipients> read_recipients(const Survey&, const Dataset&, const Files&) { return Recipients{}; }

Result<Passwords> read_passwords(const Survey&, const Dataset&, const Files&) { return Passwords{}; }

Result<MailCredentials> read_credentials(const std::string&, const Files&) { return MailCredentials{}; }

}  // namespace mognad
