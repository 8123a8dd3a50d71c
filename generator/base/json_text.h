// Text as a JSON string (RFC 8259, 7).
#pragma once

#include <string>
#include <string_view>

namespace mognad {

/// With its quotes; UTF-8 stays as it is, control characters are escaped.
std::string json_string(std::string_view utf8);
void append_json_string(std::string& out, std::string_view utf8);

}  // namespace mognad
