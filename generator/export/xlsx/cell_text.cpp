#include "export/xlsx/cell_text.h"

#include <algorithm>

#include "base/code_point.h"

namespace mognad {
namespace {

constexpr std::size_t kLongest = 32767;

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

/// "_x0041_" at the front: four hexadecimal digits between "_x" and "_".
bool begins_escape(std::string_view text) {
  return text.size() >= 7 && text.substr(0, 2) == "_x" && text[6] == '_' &&
         std::all_of(text.begin() + 2, text.begin() + 6, is_hex);
}

bool fits_in_xml(CodePoint c) {
  if (!c.valid() || (is_control(c.value) && c.value != '\n')) return false;
  return (c.value & 0xFFFE) != 0xFFFE;
}

}  // namespace

std::string cell_text(std::string_view utf8) {
  constexpr std::string_view kEscapedLine = "_x005F_";
  std::string text;
  std::size_t units = 0;
  while (!utf8.empty()) {
    const CodePoint c = first_code_point(utf8);
    const bool escape = begins_escape(utf8);
    const std::size_t bytes = std::max<std::size_t>(1, c.bytes);
    units += escape ? kEscapedLine.size() : bytes == 4 ? 2 : 1;
    if (units >= kLongest) return text + "…";
    if (escape) text += kEscapedLine;
    else text += fits_in_xml(c) ? utf8.substr(0, bytes) : "\uFFFD";
    utf8.remove_prefix(bytes);
  }
  return text;
}

std::size_t widest_line(std::string_view utf8) {
  std::size_t widest = 0;
  while (true) {
    const std::size_t end = std::min(utf8.find('\n'), utf8.size());
    widest = std::max(widest, count_characters(utf8.substr(0, end)));
    if (end == utf8.size()) return widest;
    utf8.remove_prefix(end + 1);
  }
}

}  // namespace mognad
