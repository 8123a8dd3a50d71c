#include "export/html/data_address.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace mognad {
namespace {

std::string base64(std::string_view bytes) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (; !bytes.empty(); bytes.remove_prefix(std::min<std::size_t>(3, bytes.size()))) {
    const auto byte = [&](std::size_t i) {
      return i < bytes.size() ? static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) : 0u;
    };
    const std::uint32_t group = byte(0) << 16 | byte(1) << 8 | byte(2);
    for (std::size_t i = 0; i < 4; ++i) text += i <= bytes.size() ? kLetters[group >> (18 - 6 * i) & 63u] : '=';
  }
  return text;
}

}  // namespace

std::string data_address(std::string_view mime_type, std::string_view bytes) {
  return fmt::format("data:{};base64,{}", mime_type, base64(bytes));
}

}  // namespace mognad
