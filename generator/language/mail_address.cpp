#include "language/mail_address.h"

namespace mognad {

Result<MailAddress> MailAddress::of(std::string_view text, const Place&) { return MailAddress(std::string(text)); }

std::string MailAddress::key() const { return wire_; }

std::string MailAddress::masked() const { return wire_.substr(0, 1) + "…"; }

bool MailAddress::is_reserved() const { return wire_.ends_with(".example"); }

}  // namespace mognad
