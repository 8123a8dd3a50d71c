// SHA-256 (FIPS 180-4) of bytes, by libcrypto of OpenSSL: with the instructions that processors have for it, five times
// as fast as without. Any thread may call it.
#pragma once

#include <string>
#include <string_view>

namespace mognad {

/// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace mognad
