#include "delivery/delivery_fields.h"

#include <algorithm>
#include <utility>

namespace mognad {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

void append_value(std::string& value, std::string_view more) {
  value += more.substr(0, kLongestField - std::min(kLongestField, value.size()));
}

/// A field, or the rest of the one before.
void add_line(std::string_view line, DeliveryFields& block, std::size_t& fields) {
  if (line.front() == ' ' || line.front() == '\t') {
    if (!block.empty()) append_value(block.back().value, line);
    return;
  }
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos || ++fields > kMostFields) return;
  block.push_back({small_ascii(without_blanks(line.substr(0, std::min(colon, kLongestField)))), {}});
  append_value(block.back().value, line.substr(colon + 1));
}

}  // namespace

std::vector<DeliveryFields> delivery_blocks(std::string_view text) {
  std::vector<DeliveryFields> blocks;
  DeliveryFields block;
  std::size_t fields = 0;
  while (!text.empty() && fields <= kMostFields) {
    const std::string_view line = take_line(text);
    if (!without_blanks(line).empty()) add_line(line, block, fields);
    else if (!block.empty()) blocks.push_back(std::exchange(block, {}));
  }
  if (!block.empty()) blocks.push_back(std::move(block));
  return blocks;
}

std::string_view value_of(const DeliveryFields& fields, std::string_view name) {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const DeliveryField& field) { return field.name == name; });
  return found == fields.end() ? std::string_view() : without_blanks(found->value);
}

std::string small_ascii(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c; });
  return small;
}

std::string_view without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

}  // namespace mognad
