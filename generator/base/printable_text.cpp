#include "base/printable_text.h"

namespace mognad {

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::size_t more = byte < 0x80 ? 0 : byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
    bool whole = byte < 0x80 || (byte >= 0xC2 && byte <= 0xF4 && i + more < text.size());
    for (std::size_t k = 1; whole && k <= more; ++k) whole = (static_cast<unsigned char>(text[i + k]) & 0xC0u) == 0x80u;
    const bool control =
        byte < 0x20 || byte == 0x7F || (whole && byte == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0);
    if (!whole) {
      out += "\xEF\xBF\xBD";
    } else {
      if (control) out += ' ';
      else out += text.substr(i, more + 1);
      i += more;
    }
  }
  return out;
}

}  // namespace mognad
