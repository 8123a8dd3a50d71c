#include "input/message_style.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "language/edit_distance.h"

namespace mognad {
namespace {

constexpr std::array<std::string_view, 8> kStyledElements{"body", "h1", "h2", "p", "ul", "ol", "li", "a"};
constexpr std::array<std::string_view, 16> kProperties{
    "font-family",   "font-size",   "font-weight",  "line-height",    "margin",  "margin-top",
    "margin-bottom", "margin-left", "margin-right", "max-width",      "padding", "text-align",
    "overflow-wrap", "hyphens",     "padding-left", "text-decoration"};

std::string_view without_blanks_around(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

bool is_plain_value(std::string_view value) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view(" .,%-").find(c) != std::string_view::npos;
  };
  return !value.empty() && std::all_of(value.begin(), value.end(), plain);
}

template <std::size_t size>
std::vector<std::string> as_texts(const std::array<std::string_view, size>& names) {
  return {names.begin(), names.end()};
}

/// "margin: 0 auto; padding: 1em", or nothing and a problem.
void check_declarations(TableReader& table, const std::string& element, std::string_view declarations) {
  while (!without_blanks_around(declarations).empty()) {
    const std::size_t end = std::min(declarations.find(';'), declarations.size());
    const std::string_view declaration = without_blanks_around(declarations.substr(0, end));
    declarations.remove_prefix(std::min(end + 1, declarations.size()));
    const std::size_t colon = std::min(declaration.find(':'), declaration.size());
    const std::string property(without_blanks_around(declaration.substr(0, colon)));
    if (std::find(kProperties.begin(), kProperties.end(), property) == kProperties.end())
      table.error(element, fmt::format("the style of '{}' has the property '{}'", element, excerpt(property)),
                  hint_for(property, as_texts(kProperties)));
    else if (colon == declaration.size() || !is_plain_value(without_blanks_around(declaration.substr(colon + 1))))
      table.error(element, fmt::format("the style of '{}' has no plain value for '{}'", element, property),
                  "write letters, digits, dots, commas, per cent signs and hyphens: \"font-size: 1.2em\"");
  }
}

}  // namespace

std::string read_message_style(TableReader table) {
  std::string rules;
  for (const std::string& element : table.keys()) {
    const std::string declarations = table.text(element);
    if (std::find(kStyledElements.begin(), kStyledElements.end(), element) == kStyledElements.end())
      table.error(element, fmt::format("no message has the element '{}'", excerpt(element)),
                  hint_for(element, as_texts(kStyledElements)));
    check_declarations(table, element, declarations);
    rules += fmt::format("{} {{ {} }}\n", element, declarations);
  }
  return rules;
}

}  // namespace mognad
