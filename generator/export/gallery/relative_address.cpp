#include "export/gallery/relative_address.h"

#include <fmt/format.h>

namespace mognad {
namespace {

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

std::string encoded(std::string_view text, bool keeps_slashes) {
  std::string out;
  for (const char c : text)
    if (is_unreserved(c) || (keeps_slashes && c == '/')) out += c;
    else out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return out;
}

}  // namespace

std::string relative_address(std::string_view from, std::string_view path) {
  return path.empty() ? std::string() : std::string(from) + encoded(path, true);
}

std::string report_page_address(std::string_view from, std::string_view id) {
  return std::string(from) + encoded(id, false) + ".html";
}

}  // namespace mognad
