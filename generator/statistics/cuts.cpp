#include "statistics/cuts.h"

#include <algorithm>
#include <unordered_map>

namespace mognad {
namespace {

/// Ids of the dotted cuts that an organisation belongs to, ascending; at most one of each definition.
using Pattern = std::vector<int>;

struct PatternHash {
  std::size_t operator()(const Pattern& pattern) const {
    std::size_t hash = pattern.size();
    for (const int id : pattern) hash = hash * 1000003u + static_cast<std::size_t>(id);
    return hash;
  }
};

/// Grows the set of cuts with dots one by one, as rule 4 lets it.
class DottedCuts {
 public:
  DottedCuts(std::span<const Cut> cuts, std::size_t minimum) : cuts_(cuts), minimum_(minimum) {}

  /// Adds the cut when what is left of any, others taken away, stays nothing or large enough.
  bool add(int cut) {
    for (const int member : cuts_[static_cast<std::size_t>(cut)].members) patterns_[member].push_back(cut);
    if (separable()) return true;
    for (const int member : cuts_[static_cast<std::size_t>(cut)].members) patterns_[member].pop_back();
    return false;
  }

 private:
  /// What is left of a cut when all dotted cuts but some are taken away are the organisations whose pattern lies within
  /// those; the smallest such remainders belong to the patterns that occur.
  bool separable() const {
    std::unordered_map<Pattern, std::size_t, PatternHash> counts;
    for (const auto& [member, pattern] : patterns_) ++counts[pattern];
    for (const auto& [pattern, count] : counts)
      for (const int cut : pattern)
        if (remainder(pattern, cut, counts) < minimum_) return false;
    return true;
  }

  /// Organisations of the cut whose pattern is a part of this one.
  static std::size_t remainder(const Pattern& pattern, int cut,
                               const std::unordered_map<Pattern, std::size_t, PatternHash>& counts) {
    std::size_t sum = 0;
    Pattern part;
    for (std::size_t chosen = 0; chosen < (std::size_t{1} << pattern.size()); ++chosen) {
      part.clear();
      bool holds = false;
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

  std::span<const Cut> cuts_;
  std::size_t minimum_;
  std::unordered_map<int, Pattern> patterns_;  // by organisation
};

class CutControl {
 public:
  CutControl(std::span<const Cut> cuts, const DisclosurePolicy& policy)
      : cuts_(cuts),
        policy_(policy),
        minimum_(static_cast<std::size_t>(policy.minimum_others) + 1),
        states_(cuts.size()) {}

  std::vector<CutState> run() {
    for (std::size_t i = 0; i < cuts_.size(); ++i)
      states_[i].described = cuts_[i].members.size() >= minimum_ && !compares_with_earlier(i);
    if (policy_.complementary) withhold_parts();
    allow_dots();
    return std::move(states_);
  }

 private:
  bool compares_with_earlier(std::size_t i) const {
    if (!policy_.complementary) return false;
    for (std::size_t earlier = 0; earlier < i; ++earlier)
      if (states_[earlier].described && cuts_[earlier].definition != cuts_[i].definition &&
          nearly_equal(cuts_[earlier].members, cuts_[i].members, minimum_))
        return true;
    return false;
  }

  void withhold_parts() {
    if (cuts_.empty() || cuts_.front().definition != 0 || !states_.front().described) return;
    for (std::size_t first = 1, last = 1; first < cuts_.size(); first = last) {
      while (last < cuts_.size() && cuts_[last].definition == cuts_[first].definition) ++last;
      withhold_parts(first, last);
    }
  }

  /// Rule 3 for the cuts of one definition.
  void withhold_parts(std::size_t first, std::size_t last) {
    std::size_t outside = cuts_.front().members.size(), parts = 0, sum = 0;
    std::vector<std::size_t> shown;
    for (std::size_t i = first; i < last; ++i) {
      const std::size_t size = cuts_[i].members.size();
      outside -= std::min(outside, count_common(cuts_.front().members, cuts_[i].members));
      if (states_[i].described) shown.push_back(i);
      else if (size > 0) ++parts, sum += size;
    }
    // Organisations without a part are no secret of their own where they are many, and help to hide where parts are.
    const bool withheld = parts > 0 || (outside > 0 && outside < minimum_);
    if (!withheld) return;
    if (outside > 0) ++parts, sum += outside;
    std::stable_sort(shown.begin(), shown.end(),
                     [&](std::size_t a, std::size_t b) { return cuts_[a].members.size() < cuts_[b].members.size(); });
    for (const std::size_t smallest : shown) {
      if (parts > 1 && sum >= minimum_) return;
      states_[smallest].described = false;
      ++parts, sum += cuts_[smallest].members.size();
    }
  }

  void allow_dots() {
    const std::size_t least = static_cast<std::size_t>(policy_.dots_from) + 1;
    const bool all = policy_.peer_points == DisclosurePolicy::PeerPoints::all;
    DottedCuts dotted(cuts_, minimum_);
    for (std::size_t i = 0; i < cuts_.size(); ++i) {
      if (!states_[i].described) continue;
      if (all) states_[i].dotted = true;
      else if (cuts_[i].members.size() >= least)
        states_[i].dotted = !policy_.complementary || dotted.add(static_cast<int>(i));
    }
  }

  std::span<const Cut> cuts_;
  const DisclosurePolicy& policy_;
  std::size_t minimum_;  // of members: the reader may be one of them
  std::vector<CutState> states_;
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

bool nearly_equal(std::span<const int> a, std::span<const int> b, std::size_t minimum) {
  const std::size_t apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (apart >= minimum) return false;
  const std::size_t common = count_common(a, b);
  const std::size_t only_a = a.size() - common, only_b = b.size() - common;
  return only_a + only_b > 0 && only_a < minimum && only_b < minimum;
}

std::vector<CutState> control_cuts(std::span<const Cut> cuts, const DisclosurePolicy& policy) {
  return CutControl(cuts, policy).run();
}

}  // namespace mognad
