#include "language/edit_distance.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "base/problem.h"
#include "language/normalise.h"

namespace mognad {

int edit_distance(std::string_view a, std::string_view b) {
  const std::size_t width = b.size() + 1;
  std::vector<int> before_last(width), last(width), row(width);
  for (std::size_t j = 0; j < width; ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j < width; ++j) {
      const int substituted = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({substituted, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::optional<std::string> nearest_name(std::string_view text, std::span<const std::string> names) {
  const std::string folded = comparable(text);
  const std::string* nearest = nullptr;
  int least = 0;
  std::size_t longer = 0;
  for (const std::string& name : names) {
    const std::string other = comparable(name);
    const int distance = edit_distance(folded, other);
    if (!nearest || distance < least) nearest = &name, least = distance, longer = std::max(folded.size(), other.size());
  }
  if (!nearest || least > static_cast<int>(longer / 3)) return std::nullopt;
  return *nearest;
}

std::string hint_for(std::string_view text, std::span<const std::string> names) {
  if (const auto nearest = nearest_name(text, names)) return fmt::format("did you mean '{}'?", excerpt(*nearest));
  constexpr std::size_t kListed = 12;
  if (names.empty()) return {};
  std::vector<std::string> listed;
  for (const std::string& name : names.first(std::min(names.size(), kListed))) listed.push_back(excerpt(name));
  const std::string list = fmt::format("valid names: {}", fmt::join(listed, ", "));
  return names.size() > kListed ? fmt::format("{} and {} more", list, names.size() - kListed) : list;
}

}  // namespace mognad
