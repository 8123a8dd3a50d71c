#include "statistics/statistics.h"

#include <algorithm>
#include <cmath>

#include "base/rounding.h"
#include "statistics/student_t.h"
#include "statistics/suppression.h"

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

/// Counts under the minimum are withheld, and then the smallest of the others until at least two are withheld and
/// together hold the minimum: the last one would follow from the sum.
void show_counts(PeerPlaces& places, const std::array<std::array<int, 2>, 2>& counts, int minimum) {
  std::vector<std::pair<int, int>> order;  // count, quadrant
  for (int q = 0; q < 4; ++q) order.emplace_back(counts[at(q / 2)][at(q % 2)], q);
  std::sort(order.begin(), order.end());
  int withheld = 0, sum = 0;
  for (const auto& [count, q] : order) {
    const auto upper = at(q / 2);
    const auto right = at(q % 2);
    const bool few = count < minimum;
    const bool complement = withheld > 0 && (withheld < 2 || sum < minimum);
    places.few[upper][right] = few;
    if (few || complement) ++withheld, sum += count;
    else places.quadrants[upper][right] = count;
  }
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
  for (const auto& [year, results] : years_) {
    const auto* own = scores(organisation, year);
    const auto shown = [&](NodeIndex node) { return may_be_shown((*own)[at(node)], policy_); };
    const std::vector<NodeIndex> nodes = model_->down_to(Level::category);
    if (own && std::any_of(nodes.begin(), nodes.end(), shown)) years.push_back(year);
  }
  return years;
}

NodeResult Statistics::node(OrganisationIndex organisation, int year, NodeIndex node) const {
  const auto* results = scores(organisation, year);
  if (!results) return {.value = Missing::no_answer, .margin = Missing::no_answer};
  const NodeScore& score = (*results)[at(node)];
  NodeResult result{.value = Missing::no_answer,
                    .margin = Missing::not_applicable,
                    .respondents = score.respondents,
                    .complete = score.complete};
  if (score.known && !may_be_shown(score, policy_)) {
    result.value = result.margin = Missing::withheld;
  } else if (score.known) {
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
  return QuadrantPlace{reaches(y.number(), model_->matrix.y.cut), reaches(x.number(), model_->matrix.x.cut)};
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
  const auto* results = scores(organisation, year);
  const double* own = results ? countable((*results)[at(node)], policy_) : nullptr;
  return {sorted, own ? position_of(sorted, *own) : SortedValues::kNone};
}

PeerResult Statistics::peers(OrganisationIndex organisation, int year, int definition, NodeIndex node) const {
  PeerResult result;
  const PeerGroup* peers = group(organisation, year, definition);
  if (!peers) return result;
  const auto* results = scores(organisation, year);
  const double* own = results ? countable((*results)[at(node)], policy_) : nullptr;
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

/// Dots of two groups of which one lies in the other, with few between them, would show those few by subtraction: then
/// only the group that is defined first has dots.
bool Statistics::dots_allowed(OrganisationIndex organisation, int year, int definition) const {
  const PeerGroup* own = group(organisation, year, definition);
  for (int earlier = 0; earlier < definition; ++earlier) {
    const PeerGroup* other = group(organisation, year, earlier);
    if (!other) continue;
    const auto& a = own->counted;
    const auto& b = other->counted;
    const bool nested =
        std::includes(a.begin(), a.end(), b.begin(), b.end()) || std::includes(b.begin(), b.end(), a.begin(), a.end());
    const std::size_t between = std::max(a.size(), b.size()) - std::min(a.size(), b.size());
    if (nested && between > 0 && static_cast<int>(between) < policy_.minimum_others) return false;
  }
  return true;
}

std::vector<int> Statistics::peer_dots(OrganisationIndex organisation, int year, int definition, NodeIndex node) const {
  const PeerGroup* peers = group(organisation, year, definition);
  if (!peers) return {};
  const SortedValues values = others(*peers, organisation, year, node);
  if (static_cast<int>(values.size()) < policy_.dots_from || !dots_allowed(organisation, year, definition)) return {};
  return dots_of(values, policy_.dot_step);
}

PeerPlaces Statistics::places(OrganisationIndex organisation, int year, int definition) const {
  PeerPlaces result;
  for (auto& side : result.quadrants) side.fill(Missing::withheld);
  const PeerGroup* peers = group(organisation, year, definition);
  if (!peers) return result;
  auto cells = peers->cells;
  auto quadrants = peers->quadrants;
  const auto* own = scores(organisation, year);
  const double* x = own ? countable((*own)[at(model_->matrix.x.node)], policy_) : nullptr;
  const double* y = own ? countable((*own)[at(model_->matrix.y.node)], policy_) : nullptr;
  if (x && y) {
    --cells[at(cell_of(*y, policy_.dot_step))][at(cell_of(*x, policy_.dot_step))];
    --quadrants[reaches(*y, model_->matrix.y.cut)][reaches(*x, model_->matrix.x.cut)];
  }
  for (const auto& side : quadrants)
    for (const int count : side) result.others += count;
  if (result.others < policy_.dots_from || !dots_allowed(organisation, year, definition)) return result;
  result.cells = std::move(cells);
  result.step = policy_.dot_step;
  show_counts(result, quadrants, policy_.minimum_others);
  return result;
}

void Statistics::add_measurement(YearResults& year, const Model& model, const Dataset& dataset,
                                 const Measurement& measurement, const DisclosurePolicy& policy) {
  std::vector<NodeScore>& scores = year.scores[at(measurement.organisation)];
  scores = score_measurement(model, dataset, measurement);
  suppress_complements(model, policy, scores);
}

Statistics compute_statistics(const Model& model, const Survey& survey, const Dataset& dataset) {
  Statistics statistics;
  statistics.policy_ = survey.disclosure;
  statistics.model_ = &model;
  for (const int year : dataset.years) statistics.years_[year].scores.resize(dataset.organisations.size());
  for (const Measurement& measurement : dataset.measurements)
    Statistics::add_measurement(statistics.years_[measurement.year], model, dataset, measurement, survey.disclosure);
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
