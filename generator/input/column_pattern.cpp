#include "input/column_pattern.h"

#include <vector>

namespace mognad {
namespace {

constexpr std::string_view kStatement = "{statement}";

/// A pattern is literal texts with a gap before each but the first.
struct Part {
  bool captures = false;  // the gap before it
  std::string_view literal;
};

std::vector<Part> parts_of(std::string_view pattern) {
  std::vector<Part> parts{{}};
  std::size_t begin = 0, at = 0;
  const auto end_part = [&](bool captures, std::size_t length) {
    parts.back().literal = pattern.substr(begin, at - begin);
    parts.push_back({captures, {}});
    begin = at += length;
  };
  while (at < pattern.size()) {
    if (pattern[at] == '*') end_part(false, 1);
    else if (pattern.substr(at).starts_with(kStatement)) end_part(true, kStatement.size());
    else ++at;
  }
  parts.back().literal = pattern.substr(begin);
  return parts;
}

}  // namespace

std::optional<std::string> fit_pattern(std::string_view pattern, std::string_view head) {
  const std::vector<Part> parts = parts_of(pattern);
  if (!head.starts_with(parts.front().literal)) return std::nullopt;
  std::size_t at = parts.front().literal.size();
  if (parts.size() == 1) return at == head.size() ? std::optional<std::string>("") : std::nullopt;
  std::string captured;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::string_view literal = parts[i].literal;
    const bool last = i + 1 == parts.size();
    // The last literal must end the head, so that the gap before it takes the rest.
    const std::size_t found = last ? head.size() - std::min(literal.size(), head.size()) : head.find(literal, at);
    if (found == std::string_view::npos || found < at || head.substr(found, literal.size()) != literal)
      return std::nullopt;
    if (parts[i].captures) captured = std::string(head.substr(at, found - at));
    at = found + literal.size();
  }
  return captured;
}

}  // namespace mognad
