#include "statistics/statistics.h"

#include <algorithm>
#include <cmath>

#include "statistics/student_t.h"

namespace mognad {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Where `value` stands in the sorted values, to leave it out.
std::size_t position_of(const std::vector<double>& sorted, double value) {
  return static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin());
}

Band band_of(double rank) {
  if (rank < 25) return Band::lower;
  return rank > 75 ? Band::upper : Band::middle;
}

std::vector<int> dots_of(const SortedValues& values, double step) {
  std::vector<int> dots(at(cell_count(step)));
  for (std::size_t i = 0; i < values.size(); ++i) ++dots[at(cell_of(values[i], step))];
  return dots;
}

}  // namespace

const std::vector<NodeScore>* Statistics::scores(OrganisationIndex organisation, int year) const {
  const auto found = years_.find(year);
  if (found == years_.end() || found->second.scores[at(organisation)].empty()) return nullptr;
  return &found->second.scores[at(organisation)];
}

const PeerGroup* Statistics::group(OrganisationIndex organisation, int year, int definition) const {
  const auto found = years_.find(year);
  if (found == years_.end()) return nullptr;
  const PeerGrouping& grouping = found->second.groupings[at(definition)];
  const int index = grouping.group_of[at(organisation)];
  return index < 0 ? nullptr : &grouping.groups[at(index)];
}

std::vector<int> Statistics::years_of(OrganisationIndex organisation) const {
  std::vector<int> years;
  for (const auto& [year, results] : years_)
    if (node(organisation, year, kTotal).value || respondents(organisation, year) >= policy_.minimum_respondents)
      years.push_back(year);
  return years;
}

int Statistics::respondents(OrganisationIndex organisation, int year) const {
  const auto* results = scores(organisation, year);
  return results ? (*results)[at(kTotal)].respondents : 0;
}

NodeResult Statistics::node(OrganisationIndex organisation, int year, NodeIndex node) const {
  const auto* results = scores(organisation, year);
  if (!results) return {.value = Missing::no_answer, .margin = Missing::no_answer};
  const NodeScore& score = (*results)[at(node)];
  NodeResult result{.value = Missing::no_answer,
                    .margin = Missing::not_applicable,
                    .respondents = score.respondents,
                    .complete = score.complete};
  if (score.known && score.respondents < policy_.minimum_respondents) result.value = result.margin = Missing::withheld;
  else if (score.known) {
    result.value = score.mean;
    if (score.respondents >= policy_.interval_from)
      result.margin = t_[at(score.respondents)] * std::sqrt(score.variance);
  }
  return result;
}

std::optional<QuadrantPlace> Statistics::quadrant(OrganisationIndex organisation, int year) const {
  const Measured x = node(organisation, year, model_->matrix.x.node).value;
  const Measured y = node(organisation, year, model_->matrix.y.node).value;
  if (!x || !y) return std::nullopt;
  return QuadrantPlace{y.number() >= model_->matrix.y.cut, x.number() >= model_->matrix.x.cut};
}

std::vector<NodeChange> Statistics::changes(OrganisationIndex organisation, int from_year, int to_year,
                                            Level deepest) const {
  std::vector<NodeChange> results(model_->nodes.size());
  const auto* earlier = scores(organisation, from_year);
  const auto* later = scores(organisation, to_year);
  if (!earlier || !later) return results;
  const auto raw = mognad::changes(*model_, *earlier, *later, policy_.interval_from, deepest);
  for (NodeIndex i = 0; i < model_->node_count(); ++i) {
    if (model_->node(i).level > deepest) continue;
    NodeChange& result = results[at(i)];
    result.points = difference(node(organisation, to_year, i).value, node(organisation, from_year, i).value);
    if (!result.points) continue;
    result.certainty = raw[at(i)]->certainty;
    if (result.certainty != Certainty::untested) result.margin = raw[at(i)]->margin;
  }
  return results;
}

bool Statistics::has_group(OrganisationIndex organisation, int year, int definition) const {
  return group(organisation, year, definition) != nullptr;
}

/// The values of a group without the own one.
SortedValues Statistics::others(const PeerGroup& peers, OrganisationIndex organisation, int year,
                                NodeIndex node) const {
  const std::vector<double>& sorted = peers.sorted[at(node)];
  const double* own = countable((*scores(organisation, year))[at(node)], policy_);
  return {sorted, own ? position_of(sorted, *own) : SortedValues::kNone};
}

PeerResult Statistics::peers(OrganisationIndex organisation, int year, int definition, NodeIndex node) const {
  PeerResult result;
  const PeerGroup* peers = group(organisation, year, definition);
  if (!peers) return result;
  const double* own = countable((*scores(organisation, year))[at(node)], policy_);
  const SortedValues others = this->others(*peers, organisation, year, node);
  const SortedValues described = policy_.leave_out_own ? others : SortedValues{others.values};
  result.others = static_cast<int>(others.size());
  if (result.others < policy_.minimum_others) return result;
  result.median = quantile(described, 0.5);
  if (result.others < policy_.quartiles_from) return result;
  result.lower_quartile = quantile(described, 0.25);
  result.upper_quartile = quantile(described, 0.75);
  if (own) {
    result.rank = percentile_rank(others, *own);
    result.band = band_of(result.rank.number());
  } else {
    result.rank = this->node(organisation, year, node).value.reason();
  }
  return result;
}

std::vector<int> Statistics::peer_dots(OrganisationIndex organisation, int year, int definition, NodeIndex node) const {
  const PeerGroup* peers = group(organisation, year, definition);
  if (!peers) return {};
  const SortedValues values = others(*peers, organisation, year, node);
  if (static_cast<int>(values.size()) < policy_.dots_from) return {};
  return dots_of(values, policy_.dot_step);
}

PeerPlaces Statistics::places(OrganisationIndex organisation, int year, int definition) const {
  PeerPlaces result;
  for (auto& side : result.quadrants) side.fill(Missing::withheld);
  const PeerGroup* peers = group(organisation, year, definition);
  if (!peers) return result;
  auto cells = peers->cells;
  auto quadrants = peers->quadrants;
  const auto& own = *scores(organisation, year);
  const double* x = countable(own[at(model_->matrix.x.node)], policy_);
  const double* y = countable(own[at(model_->matrix.y.node)], policy_);
  if (x && y) {
    --cells[at(cell_of(*y, policy_.dot_step))][at(cell_of(*x, policy_.dot_step))];
    --quadrants[*y >= model_->matrix.y.cut][*x >= model_->matrix.x.cut];
  }
  for (const auto& side : quadrants)
    for (const int count : side) result.others += count;
  if (result.others < policy_.dots_from) return result;
  result.cells = std::move(cells);
  result.step = policy_.dot_step;
  for (std::size_t upper = 0; upper < 2; ++upper)
    for (std::size_t right = 0; right < 2; ++right)
      if (quadrants[upper][right] >= policy_.minimum_others) result.quadrants[upper][right] = quadrants[upper][right];
  return result;
}

Statistics compute_statistics(const Model& model, const Survey& survey, const Dataset& dataset) {
  Statistics statistics;
  statistics.policy_ = survey.disclosure;
  statistics.model_ = &model;
  for (const int year : dataset.years) statistics.years_[year].scores.resize(dataset.organisations.size());
  for (const Measurement& measurement : dataset.measurements)
    statistics.years_[measurement.year].scores[at(measurement.organisation)] =
        score_measurement(model, dataset, measurement);
  int most = 0;
  for (const Measurement& measurement : dataset.measurements) most = std::max(most, measurement.respondents);
  for (int m = 0; m <= most; ++m) statistics.t_.push_back(m < 2 ? 0 : student_t_quantile(0.975, m - 1));
  for (auto& [year, results] : statistics.years_) {
    std::vector<const std::vector<NodeScore>*> scores;
    for (const auto& own : results.scores) scores.push_back(own.empty() ? nullptr : &own);
    for (const PeerGroupDefinition& definition : survey.peer_groups)
      results.groupings.push_back(group_peers(definition, model, dataset, survey.disclosure, scores));
  }
  return statistics;
}

}  // namespace mognad
