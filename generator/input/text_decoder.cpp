#include "input/text_decoder.h"

#include <fmt/format.h>

#include <algorithm>

#include "input/text_place.h"
#include "input/utf8.h"
#include "input/windows_1252.h"

namespace mognad {
namespace {

using namespace std::string_view_literals;

constexpr const char* kSaveAgain = "save the file as \"CSV UTF-8\"";
constexpr std::size_t kLookedAt = 256;

unsigned char byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

/// Zero bytes at odd (or even) places: half of the pairs at least, and none at the others.
bool zeros_at(std::string_view bytes, std::size_t parity) {
  std::size_t zeros[2] = {};
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == 0;
  return zeros[parity] > 0 && zeros[1 - parity] == 0 && 4 * zeros[parity] >= bytes.size();
}

/// Characters of U+202A–202E, U+2066–2069, U+200E, U+200F order the text around them (Unicode Standard Annex 9).
bool turns_text(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

/// Those of ASCII but tab and line ends, and those of ISO 6429 (C1).
bool is_control(char32_t c) { return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0); }

}  // namespace

TextDecoder::TextDecoder(std::unique_ptr<FileReader> file, const std::string& encoding, ProblemGroups& groups,
                         std::size_t block_bytes)
    : file_(std::move(file)), groups_(groups), block_bytes_(std::max(block_bytes, kLeastBlockBytes)) {
  choose_encoding(encoding);
}

const char* TextDecoder::encoding_name() const {
  if (encoding_ == Encoding::utf8) return "UTF-8";
  return encoding_ == Encoding::windows1252 ? "Windows-1252" : "UTF-16";
}

bool TextDecoder::set_given(const std::string& given) {
  if (given == "utf-8") encoding_ = Encoding::utf8;
  else if (given == "utf-16le") encoding_ = Encoding::utf16le;
  else if (given == "utf-16be") encoding_ = Encoding::utf16be;
  else if (given == "windows-1252") encoding_ = Encoding::windows1252;
  else return false;
  return true;
}

void TextDecoder::choose_encoding(const std::string& given) {
  struct Mark {
    std::string_view bytes;
    Encoding encoding;
    const char* name;
  };
  static constexpr Mark kMarks[] = {{"\xEF\xBB\xBF"sv, Encoding::utf8, "UTF-8"},
                                    {"\xFF\xFE"sv, Encoding::utf16le, "UTF-16"},
                                    {"\xFE\xFF"sv, Encoding::utf16be, "UTF-16"}};
  std::string first(kLookedAt, '\0');
  first.resize(read_into(first, 0));
  const bool told = set_given(given);
  for (const Mark& mark : kMarks) {
    if (!first.starts_with(mark.bytes)) continue;
    if (told && mark.encoding != encoding_)
      return fail(first, 0, fmt::format("the file begins with the mark of {}, expected {}", mark.name, given),
                  "correct the encoding that is given for the file");
    encoding_ = mark.encoding;
    offset_ = mark.bytes.size();
    return;
  }
  if (told) return;
  if (zeros_at(first, 1)) encoding_ = Encoding::utf16le;
  else if (zeros_at(first, 0)) encoding_ = Encoding::utf16be;
  else guessed_ = true;
}

/// A block, or one byte more than is left, so that the end is seen and a small file takes little memory.
std::size_t TextDecoder::next_bytes() const {
  const std::uint64_t left = file_->size() > offset_ ? file_->size() - offset_ : 0;
  return static_cast<std::size_t>(std::min<std::uint64_t>(block_bytes_, left + 1));
}

/// Fills `bytes` from `from` to its end and returns how many bytes there were.
std::size_t TextDecoder::read_into(std::string& bytes, std::size_t from) {
  auto got = file_->read_at(offset_, std::span(bytes).subspan(from));
  for (Problem& problem : got.problems) groups_.tell(std::move(problem));
  if (!got) ended_ = failed_ = true;
  return got ? *got : 0;
}

bool TextDecoder::append_to(std::string& text, int line) {
  line_ = line;
  const std::size_t before = text.size();
  while (!ended_ && text.size() == before) append_block(text);
  return text.size() > before;
}

void TextDecoder::append_block(std::string& text) {
  if (encoding_ == Encoding::utf8) return append_utf8(text);
  const std::size_t asked = next_bytes();
  block_.resize(asked);
  block_.resize(read_into(block_, 0));
  if (block_.size() < asked) ended_ = true;
  if (encoding_ == Encoding::windows1252) append_windows_1252(text);
  else append_utf16(text);
}

void TextDecoder::append_utf8(std::string& text) {
  const std::size_t from = text.size();
  const std::size_t asked = next_bytes();
  text.resize(from + asked);
  text.resize(from + read_into(text, from));
  if (text.size() - from < asked) ended_ = true;
  std::size_t at = from;
  while ((at = first_unusual(text, at)) < text.size()) {
    const Utf8Character next = first_character(std::string_view(text).substr(at));
    const bool cut = next.state == Utf8Character::State::cut;
    if (cut && !ended_) text.resize(at);  // and read it again with what follows
    else if (next.state != Utf8Character::State::whole) return refuse_utf8(text, from, at, cut);
    else if (!admit(text, at, next.character)) return;
    else at += next.length;
  }
  offset_ += text.size() - from;
  hold_back_cr(text, from, 1);
}

void TextDecoder::hold_back_cr(std::string& text, std::size_t from, std::size_t bytes) {
  if (ended_ || text.size() == from || text.back() != '\r') return;
  text.pop_back();
  offset_ -= bytes;
}

/// At a byte that is not UTF-8.
void TextDecoder::refuse_utf8(std::string& text, std::size_t from, std::size_t at, bool cut) {
  const std::string found = fmt::format("byte 0x{:02X}", byte_at(text, at));
  const bool one_byte = text.size() - at == 1;
  if (cut && (!guessed_ || first_letter_ || !one_byte))
    return fail(text, at, "the file ends inside a character", "was it copied whole?");
  if (!guessed_) return fail(text, at, fmt::format("{} is not UTF-8", found), kSaveAgain);
  if (first_letter_)
    return fail(text, at,
                fmt::format("{} is not UTF-8, but '{}' on line {}, column {} is: the file mixes encodings", found,
                            first_bytes_, first_letter_->line, first_letter_->column),
                kSaveAgain);
  first_bytes_ = found;
  turn_to_windows_1252(text, at, offset_ + (at - from));
}

void TextDecoder::turn_to_windows_1252(std::string& text, std::size_t at, std::uint64_t offset) {
  first_letter_ = place_of(text, at);
  groups_.tell({Severity::note, *first_letter_,
                fmt::format("{} is not UTF-8: the file is read as Windows-1252", first_bytes_), kSaveAgain});
  encoding_ = Encoding::windows1252;
  offset_ = offset;
  ended_ = false;
  text.resize(at);
}

void TextDecoder::append_windows_1252(std::string& text) {
  const std::size_t from = text.size();
  std::size_t at = 0;
  while (at < block_.size()) {
    const std::size_t unusual = first_unusual(block_, at);
    text.append(block_, at, unusual - at);
    if ((at = unusual) == block_.size()) break;
    const unsigned char byte = byte_at(block_, at++);
    const char32_t character = from_windows_1252(byte);
    if (byte != 0 && character == 0 && groups_.admits(Severity::error, "undefined bytes"))
      groups_.tell(error_at(place_of(text, text.size()),
                            fmt::format("byte 0x{:02X} means nothing in Windows-1252", byte), kSaveAgain));
    const std::size_t before = text.size();
    append_character(text, byte != 0 && character == 0 ? 0xFFFD : character);
    if (!admit(text, before, character == 0 && byte != 0 ? U' ' : character)) return;
  }
  offset_ += block_.size();
  hold_back_cr(text, from, 1);
}

void TextDecoder::append_utf16(std::string& text) {
  const std::size_t from = text.size();
  const std::size_t low = encoding_ == Encoding::utf16le ? 0 : 1;
  const auto unit = [&](std::size_t i) -> char32_t {
    return byte_at(block_, i + low) | byte_at(block_, i + 1 - low) << 8;
  };
  std::size_t at = 0;
  for (; at + 2 <= block_.size(); at += 2) {
    char32_t character = unit(at);
    if (character >= 0xD800 && character < 0xE000) {
      if (at + 4 > block_.size() && !ended_) break;
      const char32_t second = at + 4 <= block_.size() ? unit(at + 2) : 0;
      if (character >= 0xDC00 || second < 0xDC00 || second >= 0xE000)
        return fail(text, text.size(), fmt::format("0x{:04X} is half of a character", std::uint32_t{character}),
                    kSaveAgain);
      character = 0x10000 + ((character - 0xD800) << 10) + (second - 0xDC00);
      at += 2;
    }
    const std::size_t before = text.size();
    append_character(text, character);
    if ((character < 0x20 || character >= 0x7F) && !admit(text, before, character)) return;
  }
  offset_ += at;
  if (ended_ && at < block_.size())
    return fail(text, text.size(), "the file ends inside a character", "was it copied whole?");
  hold_back_cr(text, from, 2);
}

/// Checks the character that begins at `at` of the text. False when it ends the file.
bool TextDecoder::admit(std::string& text, std::size_t at, char32_t c) {
  if (c == 0) {
    fail(text, at, "a NUL byte stands in the text", "the file is damaged, or no text: export it again");
    return false;
  }
  if (is_control(c) && groups_.admits(Severity::error, "control characters"))
    groups_.tell(error_at(place_of(text, at),
                          fmt::format("a control character, U+{:04X}, stands in the text", std::uint32_t{c}),
                          "take it out"));
  if (c < 0x80) return true;
  const std::string_view before = std::string_view(text).substr(0, at);
  // "Ã" and "â" are what Windows-1252 has for the first bytes of most letters, and of quotes and dashes.
  if ((before.ends_with("Ã") && follows_in_utf8(c)) || (before.ends_with("â") && c == U'€'))
    if (!admit_twice_encoded(text, at)) return false;
  if (c >= 0x200E) admit_unseen(text, at, c);
  if (guessed_ && !first_letter_) {
    first_letter_ = place_of(text, at);
    first_bytes_.clear();
    append_character(first_bytes_, c);
  }
  return true;
}

bool TextDecoder::admit_twice_encoded(std::string& text, std::size_t at) {
  const std::size_t first = at - 2;  // of the letter before
  const std::string seen = text.substr(first, 2 + first_character(std::string_view(text).substr(at)).length);
  if (guessed_ && encoding_ == Encoding::windows1252) {
    fail(text, first,
         fmt::format("'{}' is a letter in UTF-8, but {} on line {}, column {} is not: the file mixes encodings", seen,
                     first_bytes_, first_letter_->line, first_letter_->column),
         kSaveAgain);
    return false;
  }
  if (groups_.admits(Severity::warning, "letters encoded twice"))
    groups_.tell(warning_at(place_of(text, first), fmt::format("'{}' looks like a letter that was encoded twice", seen),
                            "export the file again, as UTF-8 from the start"));
  return true;
}

void TextDecoder::admit_unseen(const std::string& text, std::size_t at, char32_t c) {
  const auto warn = [&](const char* kind, const char* words, const char* hint) {
    if (groups_.admits(Severity::warning, kind))
      groups_.tell(warning_at(place_of(text, at), fmt::format("U+{:04X} {}", std::uint32_t{c}, words), hint));
  };
  if (turns_text(c))
    warn("direction of text", "can make text read otherwise than it is stored", "take it out if nobody meant it");
  if (c == 0xFEFF) warn("marks inside", "is a byte order mark inside the text", "were two files put together?");
  if (c == 0xFFFD) warn("lost characters", "stands where a character was lost", "export the file again, as UTF-8");
}

Place TextDecoder::place_of(std::string_view text, std::size_t at) const {
  return place_after(groups_.file(), line_, text.substr(0, at));
}

void TextDecoder::fail(std::string& text, std::size_t at, std::string message, std::string hint) {
  groups_.tell(error_at(place_of(text, at), std::move(message), std::move(hint)));
  text.resize(at);
  ended_ = failed_ = true;
}

}  // namespace mognad
