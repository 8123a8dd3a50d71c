#include "delivery/message.h"

namespace mognad {

Result<std::string> compose_message(const Message& message) { return message.text; }

std::string message_id(const std::string& key, const MailAddress& sender) {
  return "<" + key + "@" + std::string(sender.domain()) + ">";
}

std::string dated(const std::string& message, std::int64_t) { return message; }

}  // namespace mognad
