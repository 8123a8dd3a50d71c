#include "base/code_point.h"

#include <fmt/format.h>

namespace mognad {
namespace {

struct Lead {
  std::size_t bytes;
  unsigned bits;          // of the character that the first byte holds
  unsigned char least_2;  // of the second byte
  unsigned char most_2;
};

/// By the first byte; no bytes for one that begins nothing.
Lead lead_of(unsigned char c) {
  if (c < 0x80) return {1, c, 0, 0};
  if (c >= 0xC2 && c <= 0xDF) return {2, c & 0x1Fu, 0x80, 0xBF};
  if (c >= 0xE0 && c <= 0xEF)
    return {3, c & 0x0Fu, static_cast<unsigned char>(c == 0xE0 ? 0xA0 : 0x80),
            static_cast<unsigned char>(c == 0xED ? 0x9F : 0xBF)};
  if (c >= 0xF0 && c <= 0xF4)
    return {4, c & 0x07u, static_cast<unsigned char>(c == 0xF0 ? 0x90 : 0x80),
            static_cast<unsigned char>(c == 0xF4 ? 0x8F : 0xBF)};
  return {0, 0, 0, 0};
}

}  // namespace

CodePoint first_code_point(std::string_view utf8) {
  const Lead lead = lead_of(static_cast<unsigned char>(utf8.front()));
  if (lead.bytes == 0 || utf8.size() < lead.bytes) return {};
  unsigned value = lead.bits;
  for (std::size_t i = 1; i < lead.bytes; ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte < (i == 1 ? lead.least_2 : 0x80) || byte > (i == 1 ? lead.most_2 : 0xBF)) return {};
    value = value << 6 | (byte & 0x3Fu);
  }
  return {value, lead.bytes};
}

std::size_t count_characters(std::string_view utf8) {
  std::size_t count = 0;
  for (; !utf8.empty(); ++count) {
    const CodePoint c = first_code_point(utf8);
    utf8.remove_prefix(c.valid() ? c.bytes : 1);
  }
  return count;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

bool is_direction_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::string name_of(char32_t c) { return fmt::format("U+{:04X}", static_cast<unsigned>(c)); }

}  // namespace mognad
