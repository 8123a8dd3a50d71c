#include "base/json_text.h"

#include <fmt/format.h>

#include <iterator>

#include "base/eight_bytes.h"

namespace mognad {

namespace {

/// Of eight bytes at least one.
bool needs_escape(std::uint64_t word) { return any_below(word, 0x20) || any_is(word, '"') || any_is(word, '\\'); }

}  // namespace

void append_json_string(std::string& out, std::string_view utf8) {
  out += '"';
  std::size_t plain = 0;  // where what needs no escape begins
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    while (i + 8 < utf8.size() && !needs_escape(eight_bytes(utf8.data() + i))) i += 8;
    const char c = utf8[i];
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && c != '"' && c != '\\') continue;
    out += utf8.substr(plain, i - plain);
    plain = i + 1;
    if (byte >= 0x20) (out += '\\') += c;
    else if (c == '\n') out += "\\n";
    else fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
  }
  out += utf8.substr(plain);
  out += '"';
}

std::string json_string(std::string_view utf8) {
  std::string out;
  append_json_string(out, utf8);
  return out;
}

}  // namespace mognad
