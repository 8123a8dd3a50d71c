// What of a message has passed no gate of its own: texts that a type doesn't vouch for. Pure; any thread.
#pragma once

#include "base/problem.h"
#include "delivery/message.h"

namespace mognad {

/// An error for each: a key that isn't 32 hexadecimal digits, a language that is no tag (RFC 5646), an address for
/// List-Unsubscribe that is neither https: nor mailto: or holds what an address can't (RFC 2369, RFC 3986), no text, a
/// text that is not UTF-8 or has control characters other than line ends and tabs, a MIME type that is none or belongs
/// to a message or several parts (RFC 2046, 5: those can't be base64), a file without bytes or name.
Problems check_message(const Message& message);

}  // namespace mognad
