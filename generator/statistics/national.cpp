#include "statistics/national.h"

#include <algorithm>

#include "base/index.h"
#include "statistics/paired_test.h"
#include "statistics/suppression.h"

namespace mognad {
namespace {

std::size_t least_members(const DisclosurePolicy& policy) { return at(policy.minimum_others) + 1; }

double mean_of(const YearScores& scores, OrganisationIndex o, NodeIndex node) {
  return (*scores[at(o)])[at(node)].mean;
}

/// A part whose organisations are few less than those of its total, or that lies below such a part.
std::vector<bool> separable_parts(const Model& model, const DisclosurePolicy& policy, const CountedByNode& counted) {
  std::vector<bool> allowed(model.nodes.size(), true);
  if (!policy.complementary) return allowed;
  for (NodeIndex i = 1; i < model.node_count(); ++i) {
    const NodeIndex parent = model.node(i).parent;
    const std::size_t common = count_common(counted[at(i)], counted[at(parent)]);
    const std::size_t lacking = counted[at(parent)].size() - common, more = counted[at(i)].size() - common;
    const auto few = [&](std::size_t n) { return n > 0 && n < least_members(policy); };
    allowed[at(i)] = allowed[at(parent)] && !few(lacking) && !few(more);
  }
  return allowed;
}

/// Those that count: without a weight nothing of an organisation is in a mean.
CountedByNode with_weight(CountedByNode counted, std::span<const double> weights) {
  if (!weights.empty())
    for (std::vector<OrganisationIndex>& members : counted)
      std::erase_if(members, [&](OrganisationIndex o) { return weights[at(o)] <= 0; });
  return counted;
}

std::vector<OrganisationIndex> in_both(const std::vector<OrganisationIndex>& a,
                                       const std::vector<OrganisationIndex>& b) {
  std::vector<OrganisationIndex> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

}  // namespace

bool dominated(const std::vector<double>& weights, const std::vector<double>& values) {
  constexpr double kProtectedRange = 5;
  if (weights.size() < 3) return true;
  const auto heaviest = static_cast<std::size_t>(std::max_element(weights.begin(), weights.end()) - weights.begin());
  std::vector<double> other_weights = weights, other_values = values;
  std::size_t reader = heaviest == 0 ? 1 : 0;
  for (std::size_t i = 0; i < weights.size(); ++i)
    if (i != heaviest && weights[i] > weights[reader]) reader = i;
  other_weights.erase(other_weights.begin() + static_cast<std::ptrdiff_t>(reader));
  other_values.erase(other_values.begin() + static_cast<std::ptrdiff_t>(reader));
  return narrowest_range(other_weights, other_values) < kProtectedRange;
}

CountedByNode matched_members(const CountedByNode& earlier, const CountedByNode& later) {
  CountedByNode matched(earlier.size());
  for (std::size_t i = 0; i < matched.size(); ++i) matched[i] = in_both(earlier[i], later[i]);
  return matched;
}

std::vector<NationalMean> national_means(const Model& model, const DisclosurePolicy& policy, const YearScores& scores,
                                         const CountedByNode& counted, std::span<const double> weights) {
  std::vector<NationalMean> means(model.nodes.size());
  const CountedByNode weighted = with_weight(counted, weights);
  const std::vector<bool> allowed = separable_parts(model, policy, weighted);
  for (NodeIndex node = 0; node < model.node_count(); ++node) {
    NationalMean& result = means[at(node)];
    std::vector<double> w, x;
    for (const OrganisationIndex o : weighted[at(node)]) {
      w.push_back(weights.empty() ? 1 : weights[at(o)]);
      x.push_back(mean_of(scores, o, node));
    }
    result.organisations = static_cast<int>(w.size());
    if (w.empty()) continue;
    const bool few = w.size() < least_members(policy);
    if (few || !allowed[at(node)] || (policy.complementary && dominated(w, x))) {
      result.mean = Missing::withheld;
      continue;
    }
    double sum = 0, all = 0;
    for (std::size_t i = 0; i < w.size(); ++i) sum += w[i] * x[i], all += w[i];
    result.mean = sum / all;
  }
  return means;
}

namespace {

/// Whether two sets split a third, of which they are parts, so that one of the four pieces is small: the sums over all
/// three are known, and the pieces can be taken from them.
bool splits_off_few(const std::vector<OrganisationIndex>& all, const std::vector<OrganisationIndex>& a,
                    const std::vector<OrganisationIndex>& b, std::size_t least) {
  const std::size_t both = count_common(a, b);
  const std::size_t pieces[] = {both, a.size() - both, b.size() - both, all.size() + both - a.size() - b.size()};
  return std::any_of(std::begin(pieces), std::end(pieces), [&](std::size_t n) { return n > 0 && n < least; });
}

/// What the organisations measured in both years say of one node, before disclosure control.
struct RawChange {
  double points = 0;
  std::optional<PairedTest> test;
};

RawChange raw_change(const YearScores& earlier, const YearScores& later, const std::vector<OrganisationIndex>& matched,
                     NodeIndex node, int interval_from) {
  std::vector<double> differences;
  for (const OrganisationIndex o : matched) differences.push_back(mean_of(later, o, node) - mean_of(earlier, o, node));
  RawChange change;
  for (const double d : differences) change.points += d / static_cast<double>(differences.size());
  if (static_cast<int>(differences.size()) >= interval_from) change.test = paired_test(differences);
  return change;
}

}  // namespace

std::vector<MatchedChange> matched_changes(const Model& model, const DisclosurePolicy& policy,
                                           const YearScores& earlier, const CountedByNode& counted_earlier,
                                           const YearScores& later, const CountedByNode& counted_later,
                                           const std::vector<bool>& comparable, const CountedByNode& matched_before) {
  std::vector<MatchedChange> changes(model.nodes.size());
  const CountedByNode matched = matched_members(counted_earlier, counted_later);
  const std::vector<bool> allowed = separable_parts(model, policy, matched);
  const std::size_t least = least_members(policy);
  // Both years' means and the change leave the difference of those who came and those who went.
  const auto gives_away = [&](std::size_t i) {
    const std::size_t moved = counted_earlier[i].size() + counted_later[i].size() - 2 * matched[i].size();
    if (policy.complementary && moved > 0 && moved < least) return true;
    return policy.complementary && !matched_before.empty() &&
           splits_off_few(counted_earlier[i], matched_before[i], matched[i], least);
  };
  for (int level = 0; level < kLevels; ++level) {
    // The family is all nodes of the level, whatever is shown.
    std::vector<std::size_t> tested;
    std::vector<double> p;
    for (const NodeIndex node : model.at(static_cast<Level>(level))) {
      const std::size_t i = at(node);
      MatchedChange& change = changes[i];
      change.organisations = static_cast<int>(matched[i].size());
      if (!comparable[i]) change.points = change.margin = change.p = Missing::not_applicable;
      if (!comparable[i] || matched[i].empty()) continue;
      const RawChange raw = raw_change(earlier, later, matched[i], node, policy.interval_from);
      change.points = raw.points;
      if (!raw.test) continue;
      change.margin = raw.test->margin;
      tested.push_back(i);
      p.push_back(raw.test->p);
    }
    const std::vector<double> adjusted = adjust_benjamini_hochberg(p);
    for (std::size_t k = 0; k < tested.size(); ++k) {
      changes[tested[k]].p = adjusted[k];
      changes[tested[k]].certainty = adjusted[k] <= kFalseDiscoveryRate ? Certainty::clear : Certainty::within_chance;
    }
  }
  std::vector<bool> withheld(changes.size(), false);
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const NodeIndex parent = model.nodes[i].parent;
    // The changes of all parts would tell that of their total.
    const bool above = policy.complementary && parent != kNoNode && withheld[at(parent)];
    if (!comparable[i] || matched[i].empty()) continue;
    withheld[i] = matched[i].size() < least || !allowed[i] || above || gives_away(i);
    if (!withheld[i]) continue;
    changes[i].points = changes[i].margin = changes[i].p = Missing::withheld;
    changes[i].certainty = Certainty::untested;
  }
  return changes;
}

}  // namespace mognad
