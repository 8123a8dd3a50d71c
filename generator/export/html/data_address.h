// Bytes as an address that holds them, so that a page needs no second file (RFC 2397; Base64 of RFC 4648, 4).
#pragma once

#include <string>
#include <string_view>

namespace mognad {

/// "data:image/png;base64,iVBORw0K…"
std::string data_address(std::string_view mime_type, std::string_view bytes);

}  // namespace mognad
