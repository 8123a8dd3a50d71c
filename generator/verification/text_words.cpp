#include "verification/text_words.h"

#include "language/normalise.h"

namespace mognad::verification {
namespace {

struct Character {
  char32_t code = 0;
  std::size_t size = 1;
};

/// U+FFFD for a byte that begins no whole character.
Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(at);
  if (first < 0x80) return {first, 1};
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + size > text.size()) return {0xFFFD, 1};
  char32_t code = first & (0xFFu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0u) != 0x80u) return {0xFFFD, 1};
    code = code << 6 | (byte(at + i) & 0x3Fu);
  }
  return {code, size};
}

enum class LetterKind { letter, divider, mark, hyphen, line_end, nothing };

LetterKind kind_of_ascii(char32_t c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return LetterKind::letter;
  if (c == '\n' || c == '\r') return LetterKind::line_end;
  if (c == '-') return LetterKind::hyphen;
  return c == ' ' || c == '\t' || c == '\'' ? LetterKind::divider : LetterKind::mark;
}

/// Letters of all scripts are letters here; only what stands between words in European text is told apart.
LetterKind kind_of(char32_t c) {
  if (c < 0x80) return kind_of_ascii(c);
  if (c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200D) || c == 0x2060) return LetterKind::nothing;
  if (c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000)
    return LetterKind::divider;
  if (c == 0x2010 || c == 0x2011) return LetterKind::hyphen;
  if (c == 0x2018 || c == 0x2019 || c == 0x2BC) return LetterKind::divider;
  if (c == 0x2028 || c == 0x2029 || c == 0x85) return LetterKind::line_end;
  if (c == 0xAA || c == 0xBA || c == 0xB5) return LetterKind::letter;
  if (c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) || c == 0xFFFD) return LetterKind::mark;
  return LetterKind::letter;
}

/// Small letters of Latin, whose capitals lie 32 before (Latin-1) or one before (Extended-A).
char32_t folded(char32_t c) {
  if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) return c + 32;
  if (c == 0x178) return 0xFF;
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c + (c & 1u);
  if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177)) return c | 1u;
  return c;
}

void append(std::string& text, char32_t c) {
  const auto add = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) return add(c);
  if (c < 0x800) {
    add(0xC0 | c >> 6);
  } else if (c < 0x10000) {
    add(0xE0 | c >> 12), add(0x80 | (c >> 6 & 0x3F));
  } else {
    add(0xF0 | c >> 18), add(0x80 | (c >> 12 & 0x3F)), add(0x80 | (c >> 6 & 0x3F));
  }
  add(0x80 | (c & 0x3F));
}

/// Behind a hyphen at `at`: where the word goes on in the next line, or `at` when it doesn't.
std::size_t behind_line_end(std::string_view text, std::size_t at) {
  constexpr std::size_t kFarthest = 64;  // bytes: no line is indented further, and a hostile text costs no more time
  bool line_end = false;
  for (std::size_t i = at; i < text.size() && i - at < kFarthest;) {
    const Character c = character_at(text, i);
    const LetterKind kind = kind_of(c.code);
    if (kind == LetterKind::letter) return line_end && folded(c.code) == c.code && c.code > '9' ? i : at;
    if (kind != LetterKind::line_end && kind != LetterKind::nothing && c.code != ' ') return at;
    line_end = line_end || kind == LetterKind::line_end;
    i += c.size;
  }
  return at;
}

}  // namespace

void for_each_word(std::string_view text, const std::function<void(const TextWord&)>& use) {
  std::string word;
  TextWord found;
  bool apart = false;
  const auto finish = [&] {
    if (word.empty()) return;
    found.folded = word;
    use(found);
    word.clear();
    apart = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    const LetterKind kind = kind_of(c.code);
    const std::size_t next = at + c.size;
    if (kind == LetterKind::letter) {
      if (word.empty()) found.initial = text.substr(at, c.size), found.apart = apart;
      append(word, folded(c.code));
    } else if (!word.empty() && (kind == LetterKind::hyphen || c.code == 0xAD)) {
      // A soft hyphen at the end of a line is hyphenation too; elsewhere it is nothing.
      const std::size_t beyond = behind_line_end(text, next);
      if (beyond == next && kind == LetterKind::hyphen) finish();
      at = beyond;
      continue;
    } else if (kind != LetterKind::nothing) {
      finish();
      apart = apart || kind == LetterKind::mark;
    }
    at = next;
  }
  finish();
}

std::string joined_words(std::string_view text) {
  std::string joined;
  for_each_word(normalised(text), [&](const TextWord& word) { joined += word.folded; });
  return joined;
}

}  // namespace mognad::verification
