// A message as bytes: RFC 5322 with MIME (RFC 2045 to 2047, 2231), composed with GMime from values that have passed the
// gate. The same input gives the same bytes: boundaries and Message-ID come from the content, and the Date is no part
// of them; it is put in front when the message goes out (RFC 6409, 8.3). Pure; threads may call it at the same time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/language_tag.h"
#include "base/result.h"
#include "language/header_text.h"
#include "language/mail_address.h"

namespace mognad {

struct MessageParty {
  HeaderText name;
  MailAddress address;
};

struct MessageAttachment {
  HeaderText name;  // of the file
  std::string mime_type;
  std::string bytes;
};

struct Message {
  MessageParty from;
  MessageParty to;
  std::optional<MailAddress> reply_to;
  HeaderText subject;
  LanguageTag language;
  std::string text;         // UTF-8
  std::string html;         // the same
  std::string key;          // 32 hexadecimal digits: which message it is; Message-ID and boundaries are made of it
  std::string unsubscribe;  // a checked https: or mailto: address; empty: no List-Unsubscribe
  std::vector<MessageAttachment> attachments;
};

/// Lines end with CRLF and have at most 998 bytes. multipart/mixed of multipart/alternative (text, HTML) and the files.
/// Auto-Submitted: auto-generated (RFC 3834), Content-Language, no word of the program's own version. Without HTML the
/// text stands alone. What has passed no gate is checked here (message_checks.h): each fault is an error.
Result<std::string> compose_message(const Message& message);

/// "<0123…@mognad.example>": the same for the same key and sender, forever.
std::string message_id(const std::string& key, const MailAddress& sender);

/// The message with "Date: " in front; `seconds` since 1970, in UTC.
std::string dated(const std::string& message, std::int64_t seconds);

}  // namespace mognad
