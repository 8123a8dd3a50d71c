// The form of a language tag (RFC 5646, 2.1), as Lang entries demand it (ISO 32000-1, 14.9.2).
#pragma once

#include <string_view>

namespace mognad::verification {

/// Whether the text is well-formed: "sv", "sv-SE", "zh-Hant-TW", "x-private". Doesn't know which tags are registered.
bool is_language_tag(std::string_view text);

}  // namespace mognad::verification
