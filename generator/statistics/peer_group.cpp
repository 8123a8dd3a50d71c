#include "statistics/peer_group.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/rounding.h"
#include "statistics/nearest.h"
#include "statistics/suppression.h"

namespace mognad {
namespace {

bool applies(const PeerGroupDefinition& definition, const std::string& type) {
  return definition.types.empty() ||
         std::find(definition.types.begin(), definition.types.end(), type) != definition.types.end();
}

void add_place(PeerGroup& group, const Matrix& matrix, const DisclosurePolicy& policy,
               const std::vector<NodeScore>& scores) {
  const double* x = countable(scores[static_cast<std::size_t>(matrix.x.node)], policy);
  const double* y = countable(scores[static_cast<std::size_t>(matrix.y.node)], policy);
  if (!x || !y) return;
  if (!group.cells.empty())
    ++group.cells[static_cast<std::size_t>(cell_of(*y, policy.dot_step))]
                 [static_cast<std::size_t>(cell_of(*x, policy.dot_step))];
  ++group.quadrants[reaches(*y, matrix.y.cut)][reaches(*x, matrix.x.cut)];
}

}  // namespace

int cell_count(double step) { return static_cast<int>(std::ceil(100 / step - 1e-9)); }

int cell_of(double value, double step) {
  return std::clamp(static_cast<int>(std::floor(value / step + 1e-9)), 0, cell_count(step) - 1);
}

std::vector<int> quantile_dots(const std::vector<int>& counts) {
  constexpr int kDots = 100;
  long long all = 0;
  for (const int count : counts) all += count;
  std::vector<int> dots(counts.size());
  long long below = 0;
  int placed = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    below += counts[i];
    // The k-th dot stands at (k + 1/2) / 100 of all values: in this step when that lies below its upper end.
    while (placed < kDots && (2LL * placed + 1) * all <= 2LL * kDots * below && below > 0) ++dots[i], ++placed;
  }
  return dots;
}

const double* countable(const NodeScore& score, const DisclosurePolicy& policy) {
  return may_be_shown(score, policy) ? &score.mean : nullptr;
}

std::vector<OrganisationIndex> countable_members(const std::vector<OrganisationIndex>& members, NodeIndex node,
                                                 const YearScores& scores, const DisclosurePolicy& policy) {
  std::vector<OrganisationIndex> counted;
  for (const OrganisationIndex o : members)
    if (countable((*scores[static_cast<std::size_t>(o)])[static_cast<std::size_t>(node)], policy)) counted.push_back(o);
  return counted;
}

namespace {

/// Puts the organisations to which a definition applies into their groups.
class Grouper {
 public:
  Grouper(const PeerGroupDefinition& definition, const Model& model, const Dataset& dataset,
          const DisclosurePolicy& policy, const YearScores& scores)
      : definition_(definition),
        model_(model),
        dataset_(dataset),
        policy_(policy),
        scores_(scores),
        property_(dataset.property(definition.property)) {
    grouping_.group_of.assign(dataset.organisations.size(), -1);
  }

  PeerGrouping run() {
    if (definition_.kind() == PeerGroupDefinition::Kind::nearest) find_nearest();
    else group_all();
    return std::move(grouping_);
  }

 private:
  bool belongs(std::size_t o) const {
    const Organisation& organisation = dataset_.organisations[o];
    if (!applies(definition_, organisation.type)) return false;
    switch (definition_.kind()) {
      case PeerGroupDefinition::Kind::all:
      case PeerGroupDefinition::Kind::nearest: return true;
      case PeerGroupDefinition::Kind::property: return !value_of(o).empty();
      case PeerGroupDefinition::Kind::members: break;
    }
    const auto& codes = definition_.members;
    return std::find(codes.begin(), codes.end(), organisation.code) != codes.end();
  }

  const std::string& value_of(std::size_t o) const { return dataset_.value(static_cast<int>(o), property_); }

  void group_all() {
    for (std::size_t o = 0; o < dataset_.organisations.size(); ++o) {
      if (!belongs(o)) continue;
      grouping_.group_of[o] = group_of(dataset_.organisations[o].type, value_of(o));
      if (scores_[o])
        grouping_.groups[static_cast<std::size_t>(grouping_.group_of[o])].members.push_back(static_cast<int>(o));
    }
    for (PeerGroup& group : grouping_.groups) fill(group);
  }

  int group_of(const std::string& type, const std::string& value) {
    const auto [entry, added] = index_.try_emplace({type, value}, static_cast<int>(grouping_.groups.size()));
    if (added) {
      PeerGroup& group = grouping_.groups.emplace_back();
      group.type = type;
      group.value = value;
    }
    return entry->second;
  }

  void fill(PeerGroup& group) const {
    group.sorted.resize(model_.nodes.size());
    group.described.resize(model_.nodes.size());
    const bool all = policy_.peer_points == DisclosurePolicy::PeerPoints::all;
    const auto cells = static_cast<std::size_t>(cell_count(policy_.dot_step));
    // A hundred thousand organisations may have thousands of groups, and few of them dots.
    const bool dotted = all || static_cast<int>(group.members.size()) >= policy_.dots_from;
    if (dotted) group.cells.assign(cells, std::vector<int>(cells));
    for (const OrganisationIndex o : group.members) {
      const auto& own = *scores_[static_cast<std::size_t>(o)];
      for (std::size_t node = 0; node < own.size(); ++node)
        if (const double* value = countable(own[node], policy_)) group.sorted[node].push_back(*value);
      add_place(group, model_.matrix, policy_, own);
    }
    for (std::vector<double>& values : group.sorted) std::sort(values.begin(), values.end());
    if (dotted)
      for (const std::vector<double>& values : group.sorted) group.dots.push_back(dots_of(values));
  }

  std::vector<int> dots_of(const std::vector<double>& values) const {
    std::vector<int> dots(static_cast<std::size_t>(cell_count(policy_.dot_step)));
    for (const double value : values) ++dots[static_cast<std::size_t>(cell_of(value, policy_.dot_step))];
    return dots;
  }

  void find_nearest() {
    grouping_.nearest.resize(dataset_.organisations.size());
    std::map<std::string, std::vector<OrganisationIndex>> by_type;
    for (std::size_t o = 0; o < dataset_.organisations.size(); ++o)
      if (scores_[o] && belongs(o) && point_of(static_cast<int>(o)))
        by_type[dataset_.organisations[o].type].push_back(static_cast<int>(o));
    for (const auto& [type, members] : by_type) {
      std::vector<PropertyPoint> points;
      for (const OrganisationIndex o : members) points.push_back(*point_of(o));
      const auto nearest = nearest_others(points, definition_.nearest_count);
      for (std::size_t i = 0; i < members.size(); ++i) {
        const auto o = static_cast<std::size_t>(members[i]);
        grouping_.group_of[o] = 0;
        for (const int other : nearest[i]) grouping_.nearest[o].push_back(members[static_cast<std::size_t>(other)]);
      }
    }
  }

  std::optional<PropertyPoint> point_of(OrganisationIndex o) const {
    PropertyPoint point{};
    for (std::size_t c = 0; c < definition_.nearest_by.size() && c < point.size(); ++c) {
      const auto number = dataset_.number(o, dataset_.property(definition_.nearest_by[c]));
      if (!number) return std::nullopt;
      point[c] = *number;
    }
    return point;
  }

  const PeerGroupDefinition& definition_;
  const Model& model_;
  const Dataset& dataset_;
  const DisclosurePolicy& policy_;
  const YearScores& scores_;
  int property_;
  std::map<std::pair<std::string, std::string>, int> index_;
  PeerGrouping grouping_;
};

/// The groups of one type, over all definitions, in the order in which they take precedence.
using TypeGroups = std::vector<std::pair<int, PeerGroup*>>;  // definition, group

std::vector<bool> describe_cuts(std::span<const Cut> cuts, const DisclosurePolicy& policy) {
  const std::size_t least = static_cast<std::size_t>(policy.minimum_others) + 1;
  if (policy.complementary) return describable_cuts(cuts, least);
  std::vector<bool> described;
  for (const Cut& cut : cuts) described.push_back(cut.members.size() >= least);
  return described;
}

void control_type(const TypeGroups& groups, const DisclosurePolicy& policy, const YearScores& scores) {
  // Most nodes count the same organisations; what may be described is computed once.
  std::map<std::vector<std::vector<OrganisationIndex>>, std::vector<bool>> known;
  const std::size_t nodes = groups.front().second->described.size();
  for (std::size_t node = 0; node < nodes; ++node) {
    std::vector<std::vector<OrganisationIndex>> counted;
    for (const auto& [definition, group] : groups)
      counted.push_back(countable_members(group->members, static_cast<NodeIndex>(node), scores, policy));
    auto found = known.find(counted);
    if (found == known.end()) {
      std::vector<Cut> cuts;
      for (std::size_t i = 0; i < groups.size(); ++i) cuts.push_back({groups[i].first, counted[i]});
      found = known.emplace(counted, describe_cuts(cuts, policy)).first;
    }
    for (std::size_t i = 0; i < groups.size(); ++i) groups[i].second->described[node] = found->second[i];
  }
}

}  // namespace

PeerGrouping group_peers(const PeerGroupDefinition& definition, const Model& model, const Dataset& dataset,
                         const DisclosurePolicy& policy, const YearScores& scores) {
  return Grouper(definition, model, dataset, policy, scores).run();
}

void control_groups(std::vector<PeerGrouping>& groupings, const DisclosurePolicy& policy, const YearScores& scores) {
  std::map<std::string, TypeGroups> by_type;
  for (std::size_t definition = 0; definition < groupings.size(); ++definition) {
    std::vector<PeerGroup*> groups;
    for (PeerGroup& group : groupings[definition].groups) groups.push_back(&group);
    std::sort(groups.begin(), groups.end(), [](const PeerGroup* a, const PeerGroup* b) { return a->value < b->value; });
    for (PeerGroup* group : groups) by_type[group->type].emplace_back(static_cast<int>(definition), group);
  }
  for (const auto& [type, groups] : by_type) control_type(groups, policy, scores);
}

}  // namespace mognad
