#include "statistics/unit_types.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/index.h"
#include "statistics/stored_checks.h"

namespace mognad {

std::vector<UnitRespondents> respondents_by_unit(const Dataset& dataset, const Measurement& measurement) {
  if (measurement.computed_elsewhere()) return {};
  std::map<UnitIndex, std::vector<int>> by_unit;
  for (int r = 0; r < measurement.respondents; ++r) {
    const int respondent = measurement.first_respondent + r;
    by_unit[dataset.respondents[at(respondent)].unit].push_back(respondent);
  }
  std::vector<UnitRespondents> units;
  for (auto& [unit, respondents] : by_unit) units.push_back({unit, std::move(respondents)});
  std::sort(units.begin(), units.end(), [&](const UnitRespondents& a, const UnitRespondents& b) {
    if (a.unit < 0 || b.unit < 0) return a.unit < b.unit;
    return dataset.units[at(a.unit)].id < dataset.units[at(b.unit)].id;
  });
  return units;
}

std::vector<ScoredUnit> score_units(const Model& model, const Dataset& dataset, const DisclosurePolicy& policy,
                                    const Measurement& measurement, const std::vector<NodeScore>& organisation) {
  std::vector<NodeScore> others;
  std::vector<ScoredUnit> scored;
  std::vector<UnitScores> results;
  for (const UnitRespondents& unit : respondents_by_unit(dataset, measurement)) {
    std::vector<NodeScore> scores = score_respondents(model, dataset, unit.respondents);
    if (unit.unit < 0) {
      others = std::move(scores);
      continue;
    }
    scored.push_back({unit.unit, {}});
    results.push_back({static_cast<int>(unit.respondents.size()), std::move(scores)});
  }
  suppress_units(model, policy, organisation, others, results);
  for (std::size_t i = 0; i < scored.size(); ++i) scored[i].results = std::move(results[i]);
  return scored;
}

void UnitTypeGroup::add(OrganisationIndex organisation, const std::vector<NodeScore>& scores,
                        const std::vector<NodeScore>& whole, const DisclosurePolicy& policy) {
  sorted_.resize(scores.size());
  whole_.resize(scores.size());
  // Of a hundred thousand small organisations few have units large enough for a value.
  const auto counts = [&](const NodeScore& score) { return may_be_shown(score, policy); };
  if (std::none_of(scores.begin(), scores.end(), counts)) return;
  members_.push_back(organisation);
  std::vector<double>& values = values_.emplace_back();
  values.reserve(scores.size());
  for (std::size_t node = 0; node < scores.size(); ++node) {
    const bool counted = counts(scores[node]);
    values.push_back(counted ? scores[node].mean : std::numeric_limits<double>::quiet_NaN());
    if (!counted) continue;
    sorted_[node].push_back(scores[node].mean);
    whole_[node] += may_be_shown(whole[node], policy) && scores[node].respondents == whole[node].respondents;
  }
}

void UnitTypeGroup::sort() {
  for (std::vector<double>& values : sorted_) std::sort(values.begin(), values.end());
}

const double* UnitTypeGroup::value(OrganisationIndex organisation, NodeIndex node) const {
  const auto found = std::lower_bound(members_.begin(), members_.end(), organisation);
  if (found == members_.end() || *found != organisation) return nullptr;
  const double& value = values_[static_cast<std::size_t>(found - members_.begin())][at(node)];
  return std::isnan(value) ? nullptr : &value;
}

bool UnitTypeGroup::fits(std::size_t organisations, std::size_t nodes) const {
  if (!strictly_ascending_below(members_, organisations) || values_.size() != members_.size()) return false;
  if (sorted_.size() != whole_.size() || (sorted_.size() != nodes && !(sorted_.empty() && members_.empty())))
    return false;
  for (const std::vector<double>& values : sorted_)
    if (!std::is_sorted(values.begin(), values.end()) || !all_on_scale(values)) return false;
  for (const std::vector<double>& own : values_) {
    if (own.size() != nodes) return false;
    for (std::size_t node = 0; node < nodes; ++node)
      if (!std::isnan(own[node]) && (sorted_[node].empty() || !(own[node] <= sorted_[node].back()))) return false;
  }
  return true;
}

namespace {

/// The units of one kind in one organisation.
struct KindOfUnit {
  std::vector<const ScoredUnit*> units;
  std::vector<int> respondents;
};

/// Whether the units' common value of a node would tell of what is withheld.
bool tells_of_withheld(const KindOfUnit& kind, std::size_t node, const DisclosurePolicy& policy) {
  bool shown = false, withheld = false, complement = false;
  for (const ScoredUnit* unit : kind.units) {
    const NodeScore& part = unit->results.scores[node];
    if (!part.known) continue;
    const bool may = may_be_shown(part, policy);
    shown = shown || may;
    withheld = withheld || !may;
    complement = complement || (!may && part.respondents >= policy.minimum_respondents);
  }
  return complement || (shown && withheld);
}

std::vector<NodeScore> score_kind(const Model& model, const Dataset& dataset, const DisclosurePolicy& policy,
                                  KindOfUnit& kind) {
  std::sort(kind.respondents.begin(), kind.respondents.end());
  std::vector<NodeScore> scores =
      kind.units.size() == 1 ? kind.units.front()->results.scores : score_respondents(model, dataset, kind.respondents);
  for (std::size_t node = 0; node < scores.size(); ++node)
    if (policy.complementary && tells_of_withheld(kind, node, policy)) scores[node].suppressed = true;
  return scores;
}

}  // namespace

std::map<std::string, std::vector<NodeScore>> score_kinds(const Model& model, const Dataset& dataset,
                                                          const DisclosurePolicy& policy,
                                                          const Measurement& measurement,
                                                          const std::vector<NodeScore>& organisation) {
  const std::vector<ScoredUnit> scored = score_units(model, dataset, policy, measurement, organisation);
  std::map<std::string, KindOfUnit> kinds;
  for (const ScoredUnit& unit : scored)
    if (const std::string& kind = dataset.units[at(unit.unit)].unit_type; !kind.empty())
      kinds[kind].units.push_back(&unit);
  for (const UnitRespondents& unit : respondents_by_unit(dataset, measurement)) {
    const auto kind = unit.unit < 0 ? kinds.end() : kinds.find(dataset.units[at(unit.unit)].unit_type);
    if (kind == kinds.end()) continue;
    kind->second.respondents.insert(kind->second.respondents.end(), unit.respondents.begin(), unit.respondents.end());
  }
  std::map<std::string, std::vector<NodeScore>> scores;
  for (auto& [id, kind] : kinds) scores[id] = score_kind(model, dataset, policy, kind);
  return scores;
}

void add_unit_types(UnitTypeGroups& groups, const Model& model, const Dataset& dataset, const DisclosurePolicy& policy,
                    const Measurement& measurement, const std::vector<NodeScore>& organisation) {
  const std::string& type = dataset.organisations[at(measurement.organisation)].type;
  for (const auto& [id, scores] : score_kinds(model, dataset, policy, measurement, organisation))
    groups[{type, id}].add(measurement.organisation, scores, organisation, policy);
}

}  // namespace mognad
