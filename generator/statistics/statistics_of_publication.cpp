// What the publication of a year tells besides groups and means: moves between the types of the matrix, agreement
// inside the organisations, who took part, and, where all agreed, the results of each.
#include <algorithm>

#include "base/index.h"
#include "base/rounding.h"
#include "statistics/agreement.h"
#include "statistics/answer_count.h"
#include "statistics/participation.h"
#include "statistics/statistics.h"
#include "statistics/type_moves.h"

namespace mognad {
/// By organisation: the number of its quadrant, −1 without a place and for other types.
std::vector<int> Statistics::quadrant_numbers(const std::string& type, int year) const {
  std::vector<int> numbers(dataset_->organisations.size(), -1);
  for (std::size_t o = 0; o < numbers.size(); ++o) {
    if (dataset_->organisations[o].type != type) continue;
    if (const auto place = quadrant(static_cast<OrganisationIndex>(o), year))
      numbers[o] = quadrant_number(place->upper, place->right);
  }
  return numbers;
}

TypeMoves Statistics::type_moves(const std::string& type, int from_year, int to_year) const {
  const std::vector<int> from = quadrant_numbers(type, from_year), to = quadrant_numbers(type, to_year);
  const Matrix& matrix = model_->matrix;
  if (!comparable(from_year, to_year, matrix.x.node) || !comparable(from_year, to_year, matrix.y.node))
    return untold_moves(from, to, Missing::not_applicable);
  const auto earlier = years_.find(from_year);
  const bool consecutive =
      earlier != years_.end() && std::next(earlier) != years_.end() && std::next(earlier)->first == to_year;
  if (!consecutive) return untold_moves(from, to, Missing::withheld);
  std::vector<int> before;
  if (earlier != years_.begin()) before = quadrant_numbers(type, std::prev(earlier)->first);
  return mognad::type_moves(policy_, static_cast<int>(least_for_dots()), before, from, to);
}

GroupResult Statistics::agreement_within(const std::string& type, int year, NodeIndex statement) const {
  const CountedByNode* counted = this->counted(type, year);
  if (!counted) return {};
  std::vector<double> values;
  for (const OrganisationIndex o : (*counted)[at(statement)]) {
    AnswerDistribution distribution;
    distribution.counts.resize(model_->scale.size());
    count_answers(distribution, *model_, *dataset_, *dataset_->find(o, year), statement);
    if (distribution.answered >= policy_.distribution_from) values.push_back(agreement(distribution.counts));
  }
  std::sort(values.begin(), values.end());
  return group_of_values(values);
}

Participation Statistics::participation(const std::string& type, int year) const {
  std::vector<const Measurement*> measurements;
  for (const Measurement& measurement : dataset_->measurements)
    if (measurement.year == year && dataset_->organisations[at(measurement.organisation)].type == type)
      measurements.push_back(&measurement);
  return participation_of(policy_, measurements);
}

/// What an organisation may read of itself is chosen so that nothing else of it follows; so all of it may be read by
/// everyone. Means and medians count no value that is withheld.
Measured Statistics::published(OrganisationIndex organisation, int year, NodeIndex node) const {
  if (policy_.results_agreement.empty()) return Missing::withheld;
  return this->node(organisation, year, node).value;
}

/// Where results are published, the units of a kind that are the whole organisation are known; few others among them
/// would be what is left.
bool Statistics::tells_of_few(const UnitTypeGroup& group, NodeIndex node) const {
  if (policy_.results_agreement.empty() || !policy_.complementary) return false;
  const int unknown = static_cast<int>(group.sorted(node).size()) - group.whole_organisations(node);
  return unknown > 0 && unknown <= policy_.minimum_others;
}

}  // namespace mognad
