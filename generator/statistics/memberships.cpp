#include "statistics/memberships.h"

#include <algorithm>
#include <map>

namespace mognad {

Memberships::Memberships(const std::vector<Groups>& counted) {
  std::map<Groups, std::size_t> organisations;
  for (const Groups& groups : counted) ++organisations[groups];
  for (const auto& [groups, count] : organisations) {
    groups_.push_back(groups);
    organisations_.push_back(count);
  }
}

std::vector<std::size_t> Memberships::common(std::span<const Chosen> chosen) const {
  std::vector<std::size_t> common(std::size_t{1} << chosen.size());
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    std::size_t own = 0;
    for (std::size_t c = 0; c < chosen.size(); ++c)
      if (groups_[i][chosen[c].definition] == chosen[c].group) own |= std::size_t{1} << c;
    common[own] += organisations_[i];
  }
  // Who belongs to more groups belongs to each set of them, too.
  for (std::size_t group = 1; group < common.size(); group <<= 1u)
    for (std::size_t set = 0; set < common.size(); ++set)
      if ((set & group) == 0) common[set] += common[set | group];
  return common;
}

bool Memberships::fits(std::size_t definitions) const {
  return groups_.size() == organisations_.size() &&
         std::all_of(groups_.begin(), groups_.end(),
                     [&](const Groups& groups) { return groups.size() == definitions; });
}

}  // namespace mognad
