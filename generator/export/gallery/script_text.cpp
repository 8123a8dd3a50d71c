#include "export/gallery/script_text.h"

#include <fmt/format.h>

#include <cmath>

#include "base/code_point.h"

namespace mognad {
namespace {

bool is_escaped(char32_t c) {
  return is_control(c) || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029;
}

}  // namespace

std::string script_string(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    const std::size_t bytes = point.valid() ? point.bytes : 1;
    if (!point.valid()) out += "\uFFFD";
    else if (is_direction_control(point.value)) out += fmt::format("⟨{}⟩", name_of(point.value));
    else if (is_escaped(point.value)) out += fmt::format("\\u{:04x}", static_cast<unsigned>(point.value));
    else out += text.substr(0, bytes);
    text.remove_prefix(bytes);
  }
  return out + '"';
}

std::string script_number(std::optional<double> value) {
  return value && std::isfinite(*value) ? fmt::format("{}", *value) : "null";
}

}  // namespace mognad
