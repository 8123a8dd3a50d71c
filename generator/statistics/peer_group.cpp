#include "statistics/peer_group.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/rounding.h"
#include "statistics/suppression.h"

namespace mognad {
namespace {

bool applies(const PeerGroupDefinition& definition, const std::string& type) {
  return definition.types.empty() ||
         std::find(definition.types.begin(), definition.types.end(), type) != definition.types.end();
}

void add_values(PeerGroup& group, const DisclosurePolicy& policy, const std::vector<NodeScore>& scores) {
  for (std::size_t node = 0; node < scores.size(); ++node)
    if (const double* value = countable(scores[node], policy)) group.sorted[node].push_back(*value);
}

void add_place(PeerGroup& group, const Matrix& matrix, const DisclosurePolicy& policy,
               const std::vector<NodeScore>& scores) {
  const double* x = countable(scores[static_cast<std::size_t>(matrix.x.node)], policy);
  const double* y = countable(scores[static_cast<std::size_t>(matrix.y.node)], policy);
  if (!x || !y) return;
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

PeerGrouping group_peers(const PeerGroupDefinition& definition, const Model& model, const Dataset& dataset,
                         const DisclosurePolicy& policy, const std::vector<const std::vector<NodeScore>*>& scores) {
  PeerGrouping grouping;
  grouping.group_of.assign(dataset.organisations.size(), -1);
  const int property = dataset.property(definition.property);
  std::map<std::pair<std::string, std::string>, int> index;
  for (std::size_t o = 0; o < dataset.organisations.size(); ++o) {
    const Organisation& organisation = dataset.organisations[o];
    const std::string& value = dataset.value(static_cast<int>(o), property);
    if (!applies(definition, organisation.type)) continue;
    if (!definition.property.empty() && value.empty()) continue;
    const auto [entry, added] = index.try_emplace({organisation.type, value}, static_cast<int>(grouping.groups.size()));
    if (added) {
      PeerGroup& group = grouping.groups.emplace_back();
      const auto cells = static_cast<std::size_t>(cell_count(policy.dot_step));
      group.value = value;
      group.sorted.resize(model.nodes.size());
      group.cells.assign(cells, std::vector<int>(cells));
    }
    grouping.group_of[o] = entry->second;
    if (!scores[o]) continue;
    PeerGroup& group = grouping.groups[static_cast<std::size_t>(entry->second)];
    group.members.push_back(static_cast<int>(o));
    if (countable((*scores[o])[kTotal], policy)) group.counted.push_back(static_cast<int>(o));
    add_values(group, policy, *scores[o]);
    add_place(group, model.matrix, policy, *scores[o]);
  }
  for (PeerGroup& group : grouping.groups)
    for (std::vector<double>& values : group.sorted) std::sort(values.begin(), values.end());
  return grouping;
}

}  // namespace mognad
