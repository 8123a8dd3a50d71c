#include "base/printable_text.h"

#include <algorithm>

#include "base/code_point.h"

namespace mognad {

bool is_printable(char32_t c) { return !is_control(c) && !is_direction_control(c) && c != 0x2028 && c != 0x2029; }

std::string printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    const std::size_t bytes = std::max<std::size_t>(c.bytes, 1);
    if (!c.valid()) out += "\xEF\xBF\xBD";
    else if (!is_printable(c.value)) out += ' ';
    else out += text.substr(0, bytes);
    text.remove_prefix(bytes);
  }
  return out;
}

std::string printable_line(std::string_view text, std::size_t most_bytes) {
  constexpr std::string_view kCut = "…";
  std::string line;
  std::size_t whole = 0;  // as much as may stand before the sign that something is cut
  bool blank = false;
  while (!text.empty() && line.size() <= most_bytes) {
    const CodePoint c = first_code_point(text);
    const std::size_t bytes = std::max<std::size_t>(c.bytes, 1);
    if (!c.valid() || c.value == U' ' || !is_printable(c.value)) {
      blank = !line.empty();
    } else {
      if (blank) line += ' ';
      blank = false;
      line += text.substr(0, bytes);
      if (line.size() + kCut.size() <= most_bytes) whole = line.size();
    }
    text.remove_prefix(bytes);
  }
  if (line.size() <= most_bytes) return line;
  return line.substr(0, whole).append(kCut);
}

}  // namespace mognad
