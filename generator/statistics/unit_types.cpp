#include "statistics/unit_types.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mognad {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace

std::vector<UnitRespondents> respondents_by_unit(const Dataset& dataset, const Measurement& measurement) {
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
                        const DisclosurePolicy& policy) {
  members_.push_back(organisation);
  std::vector<double>& values = values_.emplace_back();
  sorted_.resize(scores.size());
  for (std::size_t node = 0; node < scores.size(); ++node) {
    const bool counted = scores[node].known && scores[node].respondents >= policy.minimum_respondents;
    values.push_back(counted ? scores[node].mean : std::numeric_limits<double>::quiet_NaN());
    if (counted) sorted_[node].push_back(scores[node].mean);
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

void add_unit_types(UnitTypeGroups& groups, const Model& model, const Dataset& dataset, const DisclosurePolicy& policy,
                    const Measurement& measurement) {
  std::map<std::string, std::vector<int>> by_type;
  for (const UnitRespondents& unit : respondents_by_unit(dataset, measurement)) {
    if (unit.unit < 0) continue;
    const std::string& type = dataset.units[at(unit.unit)].unit_type;
    if (type.empty()) continue;
    std::vector<int>& all = by_type[type];
    all.insert(all.end(), unit.respondents.begin(), unit.respondents.end());
  }
  const std::string& type = dataset.organisations[at(measurement.organisation)].type;
  for (auto& [unit_type, respondents] : by_type) {
    std::sort(respondents.begin(), respondents.end());
    groups[{type, unit_type}].add(measurement.organisation, score_respondents(model, dataset, respondents), policy);
  }
}

}  // namespace mognad
