#include "statistics/statistics.h"

#include <algorithm>
#include <cmath>

#include "base/index.h"
#include "base/rounding.h"
#include "statistics/agreement.h"
#include "statistics/answer_count.h"
#include "statistics/student_t.h"
#include "statistics/suppression.h"

namespace mognad {
const Statistics::YearResults* Statistics::results(int year) const {
  const auto found = years_.find(year);
  return found == years_.end() ? nullptr : &found->second;
}

const std::vector<NodeScore>* Statistics::scores(OrganisationIndex organisation, int year) const {
  const YearResults* found = results(year);
  if (!found || found->scores[at(organisation)].empty()) return nullptr;
  return &found->scores[at(organisation)];
}

const double* Statistics::own_value(OrganisationIndex organisation, int year, NodeIndex node) const {
  const auto* own = scores(organisation, year);
  return own ? countable((*own)[at(node)], policy_) : nullptr;
}

std::vector<int> Statistics::years_of(OrganisationIndex organisation) const {
  std::vector<int> years;
  const std::vector<NodeIndex> nodes = model_->down_to(Level::category);
  for (const auto& [year, results] : years_) {
    const auto shown = [&, y = year](NodeIndex node) { return own_value(organisation, y, node) != nullptr; };
    if (std::any_of(nodes.begin(), nodes.end(), shown)) years.push_back(year);
  }
  return years;
}

NodeResult Statistics::result_of(const NodeScore& score) const {
  NodeResult result{.value = Missing::no_answer,
                    .margin = Missing::not_applicable,
                    .respondents = score.respondents,
                    .complete = score.complete};
  if (score.known && !may_be_shown(score, policy_)) {
    result.value = result.margin = Missing::withheld;
  } else if (score.known) {
    result.value = score.mean;
    if (score.respondents < policy_.interval_from) return result;
    if (score.margin) result.margin = *score.margin;
    else if (!score.given) result.margin = t_[at(score.respondents)] * std::sqrt(score.variance);
  }
  return result;
}

NodeResult Statistics::node(OrganisationIndex organisation, int year, NodeIndex node) const {
  const auto* own = scores(organisation, year);
  if (!own) return {.value = Missing::no_answer, .margin = Missing::no_answer};
  return result_of((*own)[at(node)]);
}

std::optional<QuadrantPlace> Statistics::quadrant(OrganisationIndex organisation, int year) const {
  const Measured x = node(organisation, year, model_->matrix.x.node).value;
  const Measured y = node(organisation, year, model_->matrix.y.node).value;
  if (!x || !y) return std::nullopt;
  return QuadrantPlace{reaches(y.number(), model_->matrix.y.cut), reaches(x.number(), model_->matrix.x.cut)};
}

bool Statistics::comparable(int from_year, int to_year, NodeIndex node) const {
  const YearResults* from = results(from_year);
  const YearResults* to = results(to_year);
  if (!from || !to || from->version == to->version) return true;
  if (from->version && to->version) return asked_alike(model_->nodes, *from->version, *to->version, node);
  const auto same = [&](const YearResults& year) { return !year.version || year.version->same[at(node)]; };
  return same(*from) && same(*to);
}

std::vector<NodeChange> Statistics::changes(OrganisationIndex organisation, int from_year, int to_year,
                                            Level deepest) const {
  std::vector<NodeChange> results(model_->nodes.size());
  const auto* earlier = scores(organisation, from_year);
  const auto* later = scores(organisation, to_year);
  if (!earlier || !later) return results;
  // What was not asked alike is not in the family of tests.
  std::vector<NodeScore> asked_alike = *earlier;
  for (NodeIndex i = 0; i < model_->node_count(); ++i)
    if (!comparable(from_year, to_year, i)) asked_alike[at(i)].known = false;
  const auto raw = mognad::changes(*model_, asked_alike, *later, policy_.interval_from, deepest);
  for (NodeIndex i = 0; i < model_->node_count(); ++i) {
    if (model_->node(i).level > deepest) continue;
    NodeChange& result = results[at(i)];
    if (!comparable(from_year, to_year, i)) {
      result.points = Missing::not_applicable;
      result.broken = true;
      continue;
    }
    result.points = difference(node(organisation, to_year, i).value, node(organisation, from_year, i).value);
    if (!result.points) continue;
    result.certainty = raw[at(i)]->certainty;
    if (result.certainty == Certainty::untested) continue;
    result.margin = raw[at(i)]->margin;
    result.p = raw[at(i)]->p;
  }
  return results;
}

AnswerDistribution Statistics::answers(OrganisationIndex organisation, int year, NodeIndex statement) const {
  AnswerDistribution distribution;
  distribution.agreement = Missing::no_answer;
  const Measurement* measurement = dataset_->find(organisation, year);
  if (!measurement) return distribution;
  distribution.counts.resize(model_->scale.size());
  count_answers(distribution, *model_, *dataset_, *measurement, statement);
  const bool shown = may_be_shown((*scores(organisation, year))[at(statement)], policy_);
  if (!shown || distribution.answered < policy_.distribution_from) {
    const bool answered = distribution.answered > 0;
    distribution = {};
    if (!answered) distribution.agreement = Missing::no_answer;
    return distribution;
  }
  distribution.agreement = agreement(distribution.counts);
  return distribution;
}

std::vector<UnitResult> Statistics::units(OrganisationIndex organisation, int year) const {
  std::vector<UnitResult> units;
  const Measurement* measurement = dataset_->find(organisation, year);
  if (!measurement) return units;
  for (const ScoredUnit& scored : score_units(*model_, *dataset_, policy_, *measurement, *scores(organisation, year))) {
    UnitResult unit{scored.unit, scored.results.respondents, {}};
    for (const NodeScore& score : scored.results.scores) unit.nodes.push_back(result_of(score));
    units.push_back(std::move(unit));
  }
  return units;
}

std::vector<TargetDistance> Statistics::targets(OrganisationIndex organisation) const {
  std::vector<TargetDistance> distances;
  for (const Target& target : dataset_->targets) {
    if (target.organisation >= 0 && target.organisation != organisation) continue;
    const NodeIndex aimed = model_->find(target.node);
    if (aimed == kNoNode) continue;
    TargetDistance distance{.target = target};
    for (const int year : years_of(organisation)) {
      if (year > target.year) break;
      distance.value_year = year;
      distance.value = node(organisation, year, aimed).value;
    }
    distance.difference = difference(distance.value, target.value);
    distances.push_back(std::move(distance));
  }
  return distances;
}

/// Most nodes count the same organisations: each set of them once.
void Statistics::count_memberships(YearResults& results, const YearScores& scores) const {
  std::vector<std::vector<bool>> known;
  for (NodeIndex node = 0; node < model_->node_count(); ++node) {
    std::vector<bool> counted(scores.size());
    for (std::size_t o = 0; o < scores.size(); ++o)
      counted[o] = scores[o] && countable((*scores[o])[at(node)], policy_);
    const auto found = std::find(known.begin(), known.end(), counted);
    results.memberships_of.push_back(static_cast<int>(found - known.begin()));
    if (found != known.end()) continue;
    std::vector<Memberships::Groups> groups;
    for (std::size_t o = 0; o < scores.size(); ++o) {
      if (!counted[o]) continue;
      Memberships::Groups& own = groups.emplace_back();
      for (const PeerGrouping& grouping : results.groupings) own.push_back(grouping.group_of[o]);
    }
    results.memberships.emplace_back(groups);
    known.push_back(std::move(counted));
  }
}

void Statistics::add_year(int year, const Survey& survey) {
  YearResults& results = years_[year];
  const YearScores scores = year_scores(year);
  for (auto& [kind, group] : results.unit_types) group.sort();
  for (const PeerGroupDefinition& definition : survey.peer_groups)
    results.groupings.push_back(group_peers(definition, *model_, *dataset_, policy_, scores));
  control_groups(results.groupings, policy_, scores);
  count_memberships(results, scores);
  std::map<std::string, std::vector<OrganisationIndex>> by_type;
  for (std::size_t o = 0; o < scores.size(); ++o)
    if (scores[o]) by_type[dataset_->organisations[o].type].push_back(static_cast<int>(o));
  for (const auto& [type, members] : by_type)
    for (NodeIndex node = 0; node < model_->node_count(); ++node)
      results.counted[type].push_back(countable_members(members, node, scores, policy_));
  find_version(year, survey);
}

void Statistics::find_version(int year, const Survey& survey) {
  for (const EarlierModel& earlier : survey.earlier_models)
    if (std::find(earlier.years.begin(), earlier.years.end(), year) != earlier.years.end())
      years_[year].version = model_->find_version(earlier.version);
}

Statistics Statistics::begun(const Model& model, const Survey& survey, const Dataset& dataset) {
  Statistics statistics;
  statistics.policy_ = survey.disclosure;
  statistics.model_ = &model;
  statistics.dataset_ = &dataset;
  int most = 0;
  for (const Measurement& measurement : dataset.measurements) most = std::max(most, measurement.respondents);
  for (int m = 0; m <= most; ++m) statistics.t_.push_back(m < 2 ? 0 : student_t_quantile(0.975, m - 1));
  if (!survey.national_weight.empty()) {
    const int property = dataset.property(survey.national_weight);
    for (std::size_t o = 0; o < dataset.organisations.size(); ++o)
      statistics.weights_.push_back(dataset.number(static_cast<int>(o), property).value_or(0));
  }
  return statistics;
}

Statistics compute_statistics(const Model& model, const Survey& survey, const Dataset& dataset) {
  Statistics statistics = Statistics::begun(model, survey, dataset);
  for (const int year : dataset.years) statistics.years_[year].scores.resize(dataset.organisations.size());
  for (const Measurement& measurement : dataset.measurements) {
    auto& year = statistics.years_[measurement.year];
    std::vector<NodeScore>& scores = year.scores[at(measurement.organisation)];
    scores = score_measurement(model, dataset, measurement);
    suppress_complements(model, survey.disclosure, scores);
    add_unit_types(year.unit_types, model, dataset, survey.disclosure, measurement, scores);
  }
  for (const int year : dataset.years) statistics.add_year(year, survey);
  return statistics;
}

}  // namespace mognad
