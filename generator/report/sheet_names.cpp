#include "report/sheet_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace mognad {
namespace {

constexpr std::size_t kLongest = 31;

/// Counted in bytes: no name of ours has letters outside ASCII that would make it longer than it looks by much.
std::string shortened(const std::string& name, std::size_t most) {
  std::size_t end = std::min(name.size(), most);
  while (end > 0 && end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0u) == 0x80) --end;
  return name.substr(0, end);
}

std::string allowed(std::string name) {
  constexpr std::string_view kForbidden = "[]:*?/\\";
  std::replace_if(
      name.begin(), name.end(),
      [&](char c) { return kForbidden.find(c) != std::string_view::npos || static_cast<unsigned char>(c) < 0x20; },
      '-');
  while (!name.empty() && name.front() == '\'') name.erase(0, 1);
  name = shortened(name, kLongest);
  while (!name.empty() && name.back() == '\'') name.pop_back();
  return name.empty() ? "-" : name;
}

/// Excel compares names without regard to capitals; those of ASCII are enough for ids and file names.
std::string small_letters(std::string name) {
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return name;
}

}  // namespace

std::string SheetNames::take(const std::string& wanted) {
  const std::string name = allowed(wanted);
  std::string tried = name;
  for (int number = 2; small_letters(tried) == "history" || !taken_.insert(small_letters(tried)).second; ++number) {
    const std::string ending = fmt::format(" ({})", number);
    tried = shortened(name, kLongest - ending.size()) + ending;
  }
  return tried;
}

}  // namespace mognad
