// Peers as one organisation may see them, and groups as everyone may.
#include <algorithm>

#include "base/index.h"
#include "base/rounding.h"
#include "statistics/quadrant_counts.h"
#include "statistics/statistics.h"

namespace mognad {
namespace {

/// Where `value` stands in the sorted values, to leave it out.
std::size_t position_of(const std::vector<double>& sorted, double value) {
  return static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin());
}

Band band_of(double rank) {
  if (rank < 25) return Band::lower;
  return rank > 75 ? Band::upper : Band::middle;
}

void show_counts(PeerPlaces& places, const std::array<std::array<int, 2>, 2>& counts, int minimum) {
  const auto shown = control_quadrants({counts[0][0], counts[0][1], counts[1][0], counts[1][1]}, minimum);
  for (const bool upper : {false, true})
    for (const bool right : {false, true}) {
      const std::size_t q = at(quadrant_number(upper, right));
      places.few[upper][right] = shown.few[q];
      if (!shown.withheld[q]) places.quadrants[upper][right] = counts[upper][right];
    }
}

}  // namespace

const PeerGroup* Statistics::group(OrganisationIndex organisation, int year, int definition) const {
  const YearResults* found = results(year);
  if (!found) return nullptr;
  const PeerGrouping& grouping = found->groupings[at(definition)];
  const int index = grouping.group_of[at(organisation)];
  return index < 0 || grouping.groups.empty() ? nullptr : &grouping.groups[at(index)];
}

bool Statistics::has_group(OrganisationIndex organisation, int year, int definition) const {
  const YearResults* found = results(year);
  return found && found->groupings[at(definition)].group_of[at(organisation)] >= 0;
}

/// The values of a group without the own one.
SortedValues Statistics::others(const PeerGroup& peers, OrganisationIndex organisation, int year,
                                NodeIndex node) const {
  const std::vector<double>& sorted = peers.sorted[at(node)];
  const double* own = own_value(organisation, year, node);
  return {sorted, own ? position_of(sorted, *own) : SortedValues::kNone};
}

/// Those of the members whose value is counted.
std::vector<OrganisationIndex> Statistics::counted_members(const std::vector<OrganisationIndex>& members, int year,
                                                           NodeIndex node) const {
  std::vector<OrganisationIndex> counted;
  for (const OrganisationIndex o : members)
    if (own_value(o, year, node)) counted.push_back(o);
  return counted;
}

/// Sorted values of the nearest organisations; none where they nearly are another group of the type, whose values would
/// show those few by which they differ.
std::vector<double> Statistics::nearest_values(OrganisationIndex organisation, int year, int definition,
                                               NodeIndex node) const {
  const YearResults& results = *this->results(year);
  const auto others_at = [&](const std::vector<OrganisationIndex>& members) {
    std::vector<OrganisationIndex> counted = counted_members(members, year, node);
    std::erase(counted, organisation);
    return counted;
  };
  const std::vector<OrganisationIndex> own = others_at(results.groupings[at(definition)].nearest[at(organisation)]);
  const auto minimum = static_cast<std::size_t>(policy_.minimum_others);
  const auto compares = [&](const std::vector<OrganisationIndex>& members) {
    return policy_.complementary && nearly_equal(own, others_at(members), minimum);
  };
  const std::string& type = dataset_->organisations[at(organisation)].type;
  for (std::size_t d = 0; d < results.groupings.size(); ++d) {
    const PeerGrouping& grouping = results.groupings[d];
    for (const PeerGroup& group : grouping.groups)
      if (group.type == type && group.sorted[at(node)].size() < own.size() + 2 * minimum && group.described[at(node)] &&
          compares(group.members))
        return {};
    if (!grouping.nearest.empty() && static_cast<int>(d) < definition && compares(grouping.nearest[at(organisation)]))
      return {};
  }
  std::vector<double> values;
  for (const OrganisationIndex o : own) values.push_back(*own_value(o, year, node));
  std::sort(values.begin(), values.end());
  return values;
}

/// Median and quartiles, as far as the number of others lets them be shown.
void Statistics::describe(PeerResult& result, const SortedValues& described) const {
  if (result.others < policy_.minimum_others || described.size() == 0) return;
  result.median = quantile(described, 0.5);
  if (result.others < policy_.quartiles_from) return;
  result.lower_quartile = quantile(described, 0.25);
  result.upper_quartile = quantile(described, 0.75);
}

void Statistics::rank(PeerResult& result, const SortedValues& others, const Measured& own) const {
  if (!result.lower_quartile) return;
  if (!own) {
    result.rank = own.reason();
    return;
  }
  result.rank = percentile_rank(others, own.number());
  result.band = band_of(result.rank.number());
}

PeerResult Statistics::peers(OrganisationIndex organisation, int year, int definition, NodeIndex node) const {
  PeerResult result;
  if (!has_group(organisation, year, definition)) return result;
  const Measured own = this->node(organisation, year, node).value;
  const PeerGroup* peers = group(organisation, year, definition);
  if (!peers) {
    const std::vector<double> values = nearest_values(organisation, year, definition, node);
    result.others = static_cast<int>(values.size());
    describe(result, {values});
    rank(result, {values}, own);
    return result;
  }
  const SortedValues others = this->others(*peers, organisation, year, node);
  result.others = static_cast<int>(others.size());
  if (!peers->described[at(node)]) return result;
  describe(result, policy_.leave_out_own ? others : SortedValues{others.values});
  rank(result, others, own);
  return result;
}

/// The least number of counted members, the reader among them, of a group with dots.
std::size_t Statistics::least_for_dots() const {
  const bool all = policy_.peer_points == DisclosurePolicy::PeerPoints::all;
  return at(all ? policy_.minimum_others : policy_.dots_from) + 1;
}

/// Whether the organisation may see dots of its group: none where they could be taken from those of its groups that are
/// defined earlier. The participants may have agreed on dots of all groups.
bool Statistics::dots_allowed(OrganisationIndex organisation, int year, int definition, NodeIndex node) const {
  const auto large_enough = [&](const PeerGroup* group) {
    return group && group->described[at(node)] && group->sorted[at(node)].size() >= least_for_dots();
  };
  if (!large_enough(group(organisation, year, definition))) return false;
  const bool all = policy_.peer_points == DisclosurePolicy::PeerPoints::all;
  if (definition == 0 || all || !policy_.complementary) return true;
  std::vector<Memberships::Chosen> chosen;
  for (int d = 1; d <= definition; ++d)
    if (large_enough(group(organisation, year, d)))
      chosen.push_back({at(d), results(year)->groupings[at(d)].group_of[at(organisation)]});
  const PeerGroup* total = group(organisation, year, 0);
  return dotted_cuts(results(year)->memberships_at(node).common(chosen),
                     large_enough(total) ? total->sorted[at(node)].size() : 0, at(policy_.minimum_others) + 1)
      .back();
}

std::vector<int> Statistics::peer_dots(OrganisationIndex organisation, int year, int definition, NodeIndex node) const {
  const PeerGroup* peers = group(organisation, year, definition);
  if (!dots_allowed(organisation, year, definition, node)) return {};
  std::vector<int> dots = peers->dots[at(node)];
  if (const double* own = own_value(organisation, year, node)) --dots[at(cell_of(*own, policy_.dot_step))];
  return dots;
}

/// Places without the one at x and y, where they are given.
PeerPlaces Statistics::places_of(const PeerGroup& peers, bool dotted, const double* x, const double* y) const {
  PeerPlaces result;
  for (auto& side : result.quadrants) side.fill(Missing::withheld);
  auto cells = peers.cells;
  auto quadrants = peers.quadrants;
  if (x && y) {
    if (!cells.empty()) --cells[at(cell_of(*y, policy_.dot_step))][at(cell_of(*x, policy_.dot_step))];
    --quadrants[reaches(*y, model_->matrix.y.cut)][reaches(*x, model_->matrix.x.cut)];
  }
  for (const auto& side : quadrants)
    for (const int count : side) result.others += count;
  if (!dotted || at(result.others) + 1 < least_for_dots()) return result;
  result.cells = std::move(cells);
  result.step = policy_.dot_step;
  show_counts(result, quadrants, policy_.minimum_others);
  return result;
}

PeerPlaces Statistics::places(OrganisationIndex organisation, int year, int definition) const {
  const PeerGroup* peers = group(organisation, year, definition);
  if (!peers) {
    PeerPlaces nothing;
    for (auto& side : nothing.quadrants) side.fill(Missing::withheld);
    return nothing;
  }
  const NodeIndex x = model_->matrix.x.node, y = model_->matrix.y.node;
  const double* own_x = own_value(organisation, year, x);
  const double* own_y = own_value(organisation, year, y);
  const bool in_group = std::binary_search(peers->members.begin(), peers->members.end(), organisation);
  const bool dotted =
      dots_allowed(organisation, year, definition, x) && dots_allowed(organisation, year, definition, y);
  return places_of(*peers, dotted, in_group ? own_x : nullptr, in_group ? own_y : nullptr);
}

PeerResult Statistics::unit_peers(OrganisationIndex organisation, int year, const UnitResult& own,
                                  NodeIndex node) const {
  PeerResult result;
  const YearResults* found = results(year);
  const std::string& type = dataset_->organisations[at(organisation)].type;
  const std::string& unit_type = dataset_->units[at(own.unit)].unit_type;
  if (!found || unit_type.empty()) return result;
  const auto group = found->unit_types.find({type, unit_type});
  if (group == found->unit_types.end() || tells_of_few(group->second, node)) return result;
  const std::vector<double>& sorted = group->second.sorted(node);
  const double* value = group->second.value(organisation, node);
  const SortedValues others{sorted, value ? position_of(sorted, *value) : SortedValues::kNone};
  result.others = static_cast<int>(others.size());
  describe(result, policy_.leave_out_own ? others : SortedValues{sorted});
  rank(result, others, own.nodes[at(node)].value);
  return result;
}

std::vector<GroupKey> Statistics::groups(int year) const {
  std::vector<GroupKey> keys;
  const YearResults* found = results(year);
  if (!found) return keys;
  for (std::size_t d = 0; d < found->groupings.size(); ++d)
    for (std::size_t g = 0; g < found->groupings[d].groups.size(); ++g) {
      const PeerGroup& group = found->groupings[d].groups[g];
      keys.push_back({static_cast<int>(d), static_cast<int>(g), group.type, group.value});
    }
  std::sort(keys.begin(), keys.end(), [](const GroupKey& a, const GroupKey& b) {
    return std::tie(a.definition, a.type, a.value) < std::tie(b.definition, b.type, b.value);
  });
  return keys;
}

GroupResult Statistics::group_of_values(const std::vector<double>& sorted) const {
  GroupResult result;
  // The reader may be a member.
  const int others = static_cast<int>(sorted.size()) - 1;
  if (others < policy_.minimum_others) return result;
  result.organisations = static_cast<int>(sorted.size());
  result.median = quantile({sorted}, 0.5);
  if (others < policy_.quartiles_from) return result;
  result.lower_quartile = quantile({sorted}, 0.25);
  result.upper_quartile = quantile({sorted}, 0.75);
  return result;
}

GroupResult Statistics::group_result(int year, const GroupKey& key, NodeIndex node) const {
  const PeerGroup& group = results(year)->groupings[at(key.definition)].groups[at(key.index)];
  return group.described[at(node)] ? group_of_values(group.sorted[at(node)]) : GroupResult{};
}

/// Only groups of the first definition: their members see dots of other groups too, and nobody else may take them
/// apart.
std::vector<int> Statistics::group_dots(int year, const GroupKey& key, NodeIndex node) const {
  const PeerGroup& group = results(year)->groupings[at(key.definition)].groups[at(key.index)];
  if (!shows_dots(key, group, node)) return {};
  return group.dots[at(node)];
}

bool Statistics::shows_dots(const GroupKey& key, const PeerGroup& group, NodeIndex node) const {
  const bool all = policy_.peer_points == DisclosurePolicy::PeerPoints::all;
  return (key.definition == 0 || all) && group.described[at(node)] && group.sorted[at(node)].size() >= least_for_dots();
}

PeerPlaces Statistics::group_places(int year, const GroupKey& key) const {
  const PeerGroup& group = results(year)->groupings[at(key.definition)].groups[at(key.index)];
  const Matrix& matrix = model_->matrix;
  return places_of(group, shows_dots(key, group, matrix.x.node) && shows_dots(key, group, matrix.y.node), nullptr,
                   nullptr);
}

}  // namespace mognad
