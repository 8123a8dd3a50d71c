#include "export/html/html_text.h"

#include <fmt/format.h>

#include "base/html_entity.h"

namespace mognad {
namespace {

constexpr char32_t kNoCharacter = 0xFFFD;

struct Decoded {
  char32_t character = kNoCharacter;
  std::size_t bytes = 1;
};

/// The first character, by the well-formed sequences of The Unicode Standard, table 3-7.
Decoded decoded(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1};
  const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < bytes) return {};
  char32_t character = first & (0xFFU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    character = character << 6 | (byte(i) & 0x3FU);
  }
  constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = character >= 0xD800 && character < 0xE000;
  if (character < kLeast[bytes] || character > 0x10FFFF || surrogate) return {};
  return {character, bytes};
}

bool turns_text(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

/// But for tabs and line ends, which HTML knows.
bool is_not_for_pages(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE ||
         (c >= 0xFDD0 && c <= 0xFDEF);
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto [character, bytes] = decoded(text);
    if (const char* name = html_entity(character)) out += name;
    else if (turns_text(character)) out += fmt::format("⟨U+{:04X}⟩", static_cast<unsigned>(character));
    else if (character == kNoCharacter || is_not_for_pages(character)) out += "\uFFFD";
    else out += text.substr(0, bytes);
    text.remove_prefix(bytes);
  }
  return out;
}

}  // namespace mognad
