#include "statistics/national.h"

#include <algorithm>

#include "statistics/paired_test.h"
#include "statistics/suppression.h"

namespace mognad {
namespace {

constexpr double kFalseDiscoveryRate = 0.05;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

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

/// Whether no organisation is confined to a narrow range by the mean, seen by the heaviest of the others.
bool hides_everyone(const std::vector<double>& weights, const std::vector<double>& values) {
  constexpr double kProtectedRange = 5;
  if (weights.size() < 3) return false;
  const auto heaviest = static_cast<std::size_t>(std::max_element(weights.begin(), weights.end()) - weights.begin());
  std::vector<double> other_weights = weights, other_values = values;
  std::size_t reader = heaviest == 0 ? 1 : 0;
  for (std::size_t i = 0; i < weights.size(); ++i)
    if (i != heaviest && weights[i] > weights[reader]) reader = i;
  other_weights.erase(other_weights.begin() + static_cast<std::ptrdiff_t>(reader));
  other_values.erase(other_values.begin() + static_cast<std::ptrdiff_t>(reader));
  return narrowest_range(other_weights, other_values) >= kProtectedRange;
}

std::vector<OrganisationIndex> in_both(const std::vector<OrganisationIndex>& a,
                                       const std::vector<OrganisationIndex>& b) {
  std::vector<OrganisationIndex> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

}  // namespace

std::vector<NationalMean> national_means(const Model& model, const DisclosurePolicy& policy, const YearScores& scores,
                                         const CountedByNode& counted, std::span<const double> weights) {
  std::vector<NationalMean> means(model.nodes.size());
  const std::vector<bool> allowed = separable_parts(model, policy, counted);
  for (NodeIndex node = 0; node < model.node_count(); ++node) {
    NationalMean& result = means[at(node)];
    std::vector<double> w, x;
    for (const OrganisationIndex o : counted[at(node)]) {
      const double weight = weights.empty() ? 1 : weights[at(o)];
      if (weight <= 0) continue;
      w.push_back(weight);
      x.push_back(mean_of(scores, o, node));
    }
    result.organisations = static_cast<int>(w.size());
    if (w.empty()) continue;
    const bool few = w.size() < least_members(policy);
    if (few || !allowed[at(node)] || (policy.complementary && !hides_everyone(w, x))) {
      result.mean = Missing::withheld;
      continue;
    }
    double sum = 0, all = 0;
    for (std::size_t i = 0; i < w.size(); ++i) sum += w[i] * x[i], all += w[i];
    result.mean = sum / all;
  }
  return means;
}

std::vector<MatchedChange> matched_changes(const Model& model, const DisclosurePolicy& policy,
                                           const YearScores& earlier, const CountedByNode& counted_earlier,
                                           const YearScores& later, const CountedByNode& counted_later,
                                           const std::vector<bool>& comparable) {
  std::vector<MatchedChange> changes(model.nodes.size());
  CountedByNode matched(model.nodes.size());
  for (std::size_t i = 0; i < matched.size(); ++i) matched[i] = in_both(counted_earlier[i], counted_later[i]);
  const std::vector<bool> allowed = separable_parts(model, policy, matched);
  const std::size_t least = least_members(policy);
  for (int level = 0; level < kLevels; ++level) {
    std::vector<std::size_t> tested;
    std::vector<double> p;
    for (const NodeIndex node : model.at(static_cast<Level>(level))) {
      const std::size_t i = at(node);
      MatchedChange& change = changes[i];
      change.organisations = static_cast<int>(matched[i].size());
      if (!comparable[i]) change.points = change.margin = change.p = Missing::not_applicable;
      if (!comparable[i] || matched[i].empty()) continue;
      // Both years' means and the change leave the difference of those who came and those who went.
      const std::size_t moved = counted_earlier[i].size() + counted_later[i].size() - 2 * matched[i].size();
      const bool gives_away = policy.complementary && moved > 0 && moved < least;
      if (matched[i].size() < least || !allowed[i] || gives_away) {
        change.points = change.margin = change.p = Missing::withheld;
        continue;
      }
      std::vector<double> differences;
      for (const OrganisationIndex o : matched[i])
        differences.push_back(mean_of(later, o, node) - mean_of(earlier, o, node));
      double sum = 0;
      for (const double d : differences) sum += d;
      change.points = sum / static_cast<double>(differences.size());
      const auto test = paired_test(differences);
      if (!test || static_cast<int>(differences.size()) < policy.interval_from) continue;
      change.margin = test->margin;
      tested.push_back(i);
      p.push_back(test->p);
    }
    const std::vector<double> adjusted = adjust_benjamini_hochberg(p);
    for (std::size_t k = 0; k < tested.size(); ++k) {
      changes[tested[k]].p = adjusted[k];
      changes[tested[k]].certainty = adjusted[k] <= kFalseDiscoveryRate ? Certainty::clear : Certainty::within_chance;
    }
  }
  return changes;
}

}  // namespace mognad
