// What a mail server says, of an attempt or in a delivery report, fit for a ledger and a terminal: it is anyone's text.
// Pure.
#pragma once

#include <string>
#include <string_view>

#include "base/printable_text.h"
#include "language/mail_address.h"

namespace mognad {

inline constexpr std::size_t kMostServerWords = 300;  // bytes

/// The same without the address, in small or large letters: servers repeat the one that they refuse, and it is personal
/// data.
std::string without_address(std::string words, const MailAddress& address);

inline std::string server_words(std::string_view said) { return printable_line(said, kMostServerWords); }

}  // namespace mognad
