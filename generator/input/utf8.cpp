#include "input/utf8.h"

namespace mognad {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// Of a sequence by its first byte; 0: none begins so.
std::size_t length_of(unsigned first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return 2;
  if (first >= 0xE0 && first <= 0xEF) return 3;
  return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

/// Whether the second byte can follow the first: this keeps out overlong forms, surrogates and what is too high.
bool second_fits(unsigned first, unsigned second) {
  const unsigned least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  return second >= least && second <= most;
}

bool is_unusual(unsigned char c) { return c >= 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\r'); }

constexpr std::size_t kStep = 64;

/// Without a branch and of a fixed length, so that the compiler takes many bytes at once.
bool step_is_usual(const char* bytes) {
  unsigned char unusual = 0;
  for (std::size_t i = 0; i < kStep; ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    const unsigned char high = c >= 0x7F;
    const unsigned char low = c < 0x20;
    const unsigned char allowed = static_cast<unsigned char>((c == '\t') | (c == '\n') | (c == '\r'));
    unusual = static_cast<unsigned char>(unusual | high | (low & ~allowed));
  }
  return unusual == 0;
}

}  // namespace

Utf8Character first_character(std::string_view utf8) {
  using enum Utf8Character::State;
  const unsigned first = byte_at(utf8, 0);
  const std::size_t length = length_of(first);
  if (length == 1) return {whole, first, 1};
  if (length == 0) return {};
  char32_t character = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (i >= utf8.size()) return {cut};
    const unsigned next = byte_at(utf8, i);
    if ((next & 0xC0) != 0x80 || (i == 1 && !second_fits(first, next))) return {};
    character = character << 6 | (next & 0x3F);
  }
  return {whole, character, length};
}

void append_character(std::string& utf8, char32_t c) {
  const auto put = [&utf8](char32_t byte) { utf8 += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) return put(c);
  if (c < 0x800) put(0xC0 | c >> 6);
  else if (c < 0x10000) put(0xE0 | c >> 12);
  else put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F));
  if (c >= 0x800) put(0x80 | (c >> 6 & 0x3F));
  put(0x80 | (c & 0x3F));
}

std::size_t first_unusual(std::string_view bytes, std::size_t from) {
  while (from + kStep <= bytes.size() && step_is_usual(bytes.data() + from)) from += kStep;
  while (from < bytes.size() && !is_unusual(static_cast<unsigned char>(bytes[from]))) ++from;
  return from;
}

}  // namespace mognad
