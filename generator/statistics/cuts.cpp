#include "statistics/cuts.h"

#include <unordered_map>

namespace mognad {
namespace {

/// Grows the set of cuts with dots one by one, as rule 3 lets it. An organisation's pattern is which of these it
/// belongs to: a set of cuts as bits.
class DottedCuts {
 public:
  DottedCuts(const std::vector<std::size_t>& common, std::size_t all, std::size_t least)
      : common_(common), all_(all), least_(least) {}

  bool add(std::size_t cut) {
    const std::size_t with = dotted_ | (std::size_t{1} << cut);
    if (!separable(with)) return false;
    dotted_ = with;
    return true;
  }

 private:
  /// What is left of a cut when all others but some are taken away are the organisations whose pattern lies within
  /// those; the smallest such remainders belong to the patterns that occur.
  bool separable(std::size_t cuts) const {
    const std::vector<std::size_t> counts = patterns_among(cuts);
    for (std::size_t pattern = 0; pattern < counts.size(); ++pattern) {
      if (counts[pattern] == 0) continue;
      if (all_ > 0 && remainder(pattern, 0, counts) < least_) return false;
      for (std::size_t cut = 1; cut <= pattern; cut <<= 1u)
        if ((pattern & cut) != 0 && remainder(pattern, cut, counts) < least_) return false;
    }
    return true;
  }

  /// How many organisations have each pattern. Who belongs to all cuts of a set belongs to those alone or to more
  /// besides: Möbius inversion over the supersets.
  std::vector<std::size_t> patterns_among(std::size_t cuts) const {
    std::vector<std::size_t> counts(common_.size());
    std::size_t inside = 0;
    for (std::size_t set = 1; set < counts.size(); ++set)
      if ((set & ~cuts) == 0) counts[set] = common_[set];
    for (std::size_t cut = 1; cut < counts.size(); cut <<= 1u)
      for (std::size_t set = 1; set < counts.size(); ++set)
        if ((set & cut) == 0 && (cuts & cut) != 0) counts[set] -= counts[set | cut];
    for (const std::size_t count : counts) inside += count;
    counts[0] = all_ > inside ? all_ - inside : 0;
    return counts;
  }

  /// Organisations of the cut (0: of the total) whose pattern is a part of this one.
  static std::size_t remainder(std::size_t pattern, std::size_t cut, const std::vector<std::size_t>& counts) {
    std::size_t sum = 0;
    for (std::size_t part = pattern;; part = (part - 1) & pattern) {
      if ((part & cut) == cut) sum += counts[part];
      if (part == 0) return sum;
    }
  }

  const std::vector<std::size_t>& common_;
  std::size_t all_;
  std::size_t least_;
  std::size_t dotted_ = 0;
};

/// By set of cuts as bits: how many organisations belong to all of them.
std::vector<std::size_t> common_members(std::span<const Cut> cuts) {
  std::unordered_map<int, std::size_t> patterns;  // by organisation
  for (std::size_t i = 0; i < cuts.size(); ++i)
    for (const int member : cuts[i].members) patterns[member] |= std::size_t{1} << i;
  std::vector<std::size_t> common(std::size_t{1} << cuts.size());
  for (const auto& [member, pattern] : patterns) ++common[pattern];
  for (std::size_t cut = 1; cut < common.size(); cut <<= 1u)
    for (std::size_t set = 0; set < common.size(); ++set)
      if ((set & cut) == 0) common[set] += common[set | cut];
  return common;
}

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
  return dotted_cuts(common_members(cuts), all, least);
}

std::vector<bool> dotted_cuts(const std::vector<std::size_t>& common, std::size_t all, std::size_t least) {
  DottedCuts dotted(common, all, least);
  std::vector<bool> allowed;
  for (std::size_t cut = 0; std::size_t{1} << cut < common.size(); ++cut) allowed.push_back(dotted.add(cut));
  return allowed;
}

}  // namespace mognad
