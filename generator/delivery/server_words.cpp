#include "delivery/server_words.h"

#include "base/code_point.h"

namespace mognad {
namespace {

bool is_shown(CodePoint c) {
  constexpr char32_t kLineSeparator = 0x2028, kParagraphSeparator = 0x2029;
  return c.valid() && c.value != U' ' && c.value != kLineSeparator && c.value != kParagraphSeparator &&
         !is_control(c.value) && !is_direction_control(c.value);
}

}  // namespace

std::string server_words(std::string_view said) {
  constexpr std::string_view kCut = "…";
  std::string words;
  std::size_t whole = 0;  // as much as may stand before the sign that something is cut
  bool blank = false;
  while (!said.empty() && words.size() <= kMostServerWords) {
    const CodePoint c = first_code_point(said);
    const std::size_t bytes = c.valid() ? c.bytes : 1;
    if (!is_shown(c)) {
      blank = !words.empty();
    } else {
      if (blank) words += ' ';
      blank = false;
      words += said.substr(0, bytes);
      if (words.size() + kCut.size() <= kMostServerWords) whole = words.size();
    }
    said.remove_prefix(bytes);
  }
  if (words.size() <= kMostServerWords) return words;
  return words.substr(0, whole).append(kCut);
}

}  // namespace mognad
