#include "language/header_text.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "base/code_point.h"
#include "language/header_character.h"
#include "language/header_length.h"

namespace mognad {
namespace {

/// LF, VT, FF and CR, and what Unicode ends a line with (Unicode Standard Annex 14, BK, CR, LF and NL).
bool is_line_break(char32_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

/// Formats, variation selectors, fillers and what is no character at all; also the blank of Braille, which no other
/// rule takes for a blank.
bool is_unseen(char32_t c) {
  constexpr char32_t kBrailleBlank = 0x2800;
  const auto code = static_cast<UChar32>(c);
  return u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || u_charType(code) == U_FORMAT_CHAR ||
         u_hasBinaryProperty(code, UCHAR_NONCHARACTER_CODE_POINT) || c == kBrailleBlank;
}

std::optional<Problem> unfit_character(char32_t c, const Place& place, std::string_view called) {
  if (is_line_break(c))
    return error_at(place, fmt::format("the {} holds the line break {}", called, name_of(c)),
                    "expected one line: in a message what follows would be read as another header");
  if (is_control(c))
    return error_at(place, fmt::format("the {} holds the control character {}", called, name_of(c)),
                    "remove it: it can't be seen, and mail servers may take it for a command");
  if (is_direction_control(c))
    return error_at(place, fmt::format("the {} holds {}, which turns the direction of writing", called, name_of(c)),
                    "remove it: what is read would not be what is written");
  if (is_unseen(c))
    return error_at(place, fmt::format("the {} holds {}, which can't be seen", called, name_of(c)),
                    "remove it: two that look the same would be different");
  return std::nullopt;
}

/// "=?utf-8?q?…?=" (RFC 2047, 2), which arrives as something else than it says here.
bool holds_encoded_word(std::string_view text) {
  const std::size_t begin = text.find("=?");
  return begin != std::string_view::npos && text.find("?=", begin + 2) != std::string_view::npos;
}

std::string_view refused_in(HeaderUse use) {
  switch (use) {
    case HeaderUse::subject: return "";
    case HeaderUse::name: return ",;<>\"\\@";
    case HeaderUse::file_name: break;
  }
  return ",;<>\"\\@/";
}

std::optional<Problem> misplaced_sign(std::string_view text, HeaderUse use, const Place& place,
                                      std::string_view called) {
  if (const std::size_t at = text.find_first_of(refused_in(use)); at != std::string_view::npos)
    return error_at(place, fmt::format("the {} holds the sign {}", called, text[at]),
                    use == HeaderUse::name
                        ? "write it without , ; < > \" \\ @: they divide recipients from one another"
                        : "write it without , ; < > \" \\ @ /: they divide names and folders from one another");
  if (use == HeaderUse::file_name && text.starts_with('.'))
    return error_at(place, fmt::format("the {} begins with a dot", called), "expected a name that shows in a folder");
  if (holds_encoded_word(text))
    return error_at(place, fmt::format("the {} holds =? and ?=, which mail programs decode", called),
                    "write the text itself: what arrives would be another");
  return std::nullopt;
}

}  // namespace

std::optional<Problem> unfit_for_header(std::string_view utf8, const Place& place, std::string_view called) {
  while (!utf8.empty()) {
    const CodePoint c = first_code_point(utf8);
    if (!c.valid())
      return error_at(
          place,
          fmt::format("the {} holds the byte {:02X}, which is not UTF-8", called, static_cast<unsigned char>(utf8[0])),
          "save the file as UTF-8");
    if (auto unfit = unfit_character(c.value, place, called)) return unfit;
    utf8.remove_prefix(c.bytes);
  }
  return std::nullopt;
}

Result<HeaderText> HeaderText::of(std::string_view utf8, HeaderUse use, const Place& place, std::string_view called) {
  if (auto unfit = unfit_for_header(utf8, place, called)) return std::move(*unfit);
  if (auto misplaced = misplaced_sign(utf8, use, place, called)) return std::move(*misplaced);
  const std::size_t characters = count_characters(utf8), most = longest_header_text(use);
  if (characters > most)
    return error_at(place, fmt::format("the {} has {} characters, expected at most {}", called, characters, most),
                    "shorten it, or look for a quote that is never closed");
  return HeaderText(std::string(utf8));
}

}  // namespace mognad
