#include "text/elided_line.h"

#include <string_view>

namespace mognad {
namespace {

constexpr std::string_view kEllipsis = "…";

/// Without what would stand oddly before an ellipsis.
std::string cut_at(const std::string& text, std::size_t end) {
  while (end > 0 && std::string_view(" ,;:(.-").find(text[end - 1]) != std::string_view::npos) --end;
  return text.substr(0, end) + std::string(kEllipsis);
}

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

}  // namespace

std::string elided(Shaper& shaper, const std::string& text, const TextStyle& style, double width) {
  if (shaper.width(text, style) <= width) return text;
  const auto fits = [&](std::size_t end) { return shaper.width(cut_at(text, end), style) <= width; };
  for (std::size_t end = text.rfind(' '); end != std::string::npos && end > 0; end = text.rfind(' ', end - 1))
    if (fits(end)) return cut_at(text, end);
  // Its first word is longer than the line.
  std::size_t last = 1;
  while (last < text.size() && !begins_character(text[last])) ++last;
  for (std::size_t end = text.size() - 1; end > last; --end)
    if (begins_character(text[end]) && fits(end)) return cut_at(text, end);
  return cut_at(text, last);
}

}  // namespace mognad
