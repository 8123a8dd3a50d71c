#include "statistics/cuts.h"

#include <unordered_map>

namespace mognad {
namespace {

/// The cuts with dots that an organisation belongs to, ascending; at most one of each definition.
using Pattern = std::vector<int>;

struct PatternHash {
  std::size_t operator()(const Pattern& pattern) const {
    std::size_t hash = pattern.size();
    for (const int cut : pattern) hash = hash * 1000003u + static_cast<std::size_t>(cut);
    return hash;
  }
};

using PatternCounts = std::unordered_map<Pattern, std::size_t, PatternHash>;

/// Grows the set of cuts with dots one by one, as rule 3 lets it.
class DottedCuts {
 public:
  DottedCuts(std::span<const Cut> cuts, std::size_t all, std::size_t least) : cuts_(cuts), all_(all), least_(least) {}

  bool add(int cut) {
    const auto members = cuts_[static_cast<std::size_t>(cut)].members;
    for (const int member : members) patterns_[member].push_back(cut);
    if (separable()) return true;
    for (const int member : members) {
      const auto entry = patterns_.find(member);
      entry->second.pop_back();
      if (entry->second.empty()) patterns_.erase(entry);
    }
    return false;
  }

 private:
  /// What is left of a cut when all others but some are taken away are the organisations whose pattern lies within
  /// those; the smallest such remainders belong to the patterns that occur.
  bool separable() const {
    PatternCounts counts;
    for (const auto& [member, pattern] : patterns_) ++counts[pattern];
    const std::size_t outside = all_ > patterns_.size() ? all_ - patterns_.size() : 0;
    if (outside > 0) counts[{}] = outside;
    for (const auto& [pattern, count] : counts) {
      if (all_ > 0 && remainder(pattern, kTotalCut, counts) < least_) return false;
      for (const int cut : pattern)
        if (remainder(pattern, cut, counts) < least_) return false;
    }
    return true;
  }

  /// Organisations of the cut whose pattern is a part of this one.
  static std::size_t remainder(const Pattern& pattern, int cut, const PatternCounts& counts) {
    std::size_t sum = 0;
    Pattern part;
    for (std::size_t chosen = 0; chosen < (std::size_t{1} << pattern.size()); ++chosen) {
      part.clear();
      bool holds = cut == kTotalCut;
      for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (((chosen >> i) & 1u) == 0) continue;
        part.push_back(pattern[i]);
        holds = holds || pattern[i] == cut;
      }
      if (!holds) continue;
      const auto found = counts.find(part);
      if (found != counts.end()) sum += found->second;
    }
    return sum;
  }

  static constexpr int kTotalCut = -1;

  std::span<const Cut> cuts_;
  std::size_t all_;
  std::size_t least_;
  std::unordered_map<int, Pattern> patterns_;  // by organisation
};

}  // namespace

std::size_t count_common(std::span<const int> a, std::span<const int> b) {
  std::size_t common = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i] == b[k]) ++common, ++i, ++k;
    else if (a[i] < b[k]) ++i;
    else ++k;
  }
  return common;
}

bool nearly_equal(std::span<const int> a, std::span<const int> b, std::size_t least) {
  const std::size_t apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (apart >= least) return false;
  const std::size_t common = count_common(a, b);
  const std::size_t only_a = a.size() - common, only_b = b.size() - common;
  return only_a + only_b > 0 && only_a < least && only_b < least;
}

std::vector<bool> describable_cuts(std::span<const Cut> cuts, std::size_t least) {
  std::vector<bool> described(cuts.size(), false);
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    described[i] = cuts[i].members.size() >= least;
    for (std::size_t earlier = 0; earlier < i && described[i]; ++earlier)
      if (described[earlier] && cuts[earlier].definition != cuts[i].definition &&
          nearly_equal(cuts[earlier].members, cuts[i].members, least))
        described[i] = false;
  }
  return described;
}

std::vector<bool> dotted_cuts(std::span<const Cut> cuts, std::size_t all, std::size_t least) {
  DottedCuts dotted(cuts, all, least);
  std::vector<bool> allowed;
  for (std::size_t i = 0; i < cuts.size(); ++i) allowed.push_back(dotted.add(static_cast<int>(i)));
  return allowed;
}

}  // namespace mognad
