// What everyone may read of all organisations of a type together.
#include <algorithm>

#include "base/index.h"
#include "statistics/answer_count.h"
#include "statistics/correlation.h"
#include "statistics/statistics.h"

namespace mognad {
std::vector<int> Statistics::years() const {
  std::vector<int> years;
  for (const auto& [year, results] : years_) years.push_back(year);
  return years;
}

std::vector<std::string> Statistics::types(int year) const {
  std::vector<std::string> types;
  if (const YearResults* found = results(year))
    for (const auto& [type, counted] : found->counted) types.push_back(type);
  return types;
}

YearScores Statistics::year_scores(int year) const {
  YearScores scores;
  for (const auto& own : results(year)->scores) scores.push_back(own.empty() ? nullptr : &own);
  return scores;
}

const CountedByNode* Statistics::counted(const std::string& type, int year) const {
  const YearResults* found = results(year);
  if (!found) return nullptr;
  const auto counted = found->counted.find(type);
  return counted == found->counted.end() ? nullptr : &counted->second;
}

std::vector<NationalMean> Statistics::national_means(const std::string& type, int year) const {
  const CountedByNode* counted = this->counted(type, year);
  if (!counted) return std::vector<NationalMean>(model_->nodes.size());
  return mognad::national_means(*model_, policy_, year_scores(year), *counted, weights_);
}

std::vector<MatchedChange> Statistics::national_changes(const std::string& type, int from_year, int to_year) const {
  const CountedByNode* earlier = counted(type, from_year);
  const CountedByNode* later = counted(type, to_year);
  if (!earlier || !later) return std::vector<MatchedChange>(model_->nodes.size());
  const auto from = years_.find(from_year);
  const bool consecutive = std::next(from) == years_.find(to_year);
  if (policy_.complementary && !consecutive) {
    const MatchedChange withheld{0, Missing::withheld, Missing::withheld, Missing::withheld, Certainty::untested};
    return std::vector<MatchedChange>(model_->nodes.size(), withheld);
  }
  CountedByNode matched_before;
  if (from != years_.begin())
    if (const CountedByNode* before = this->counted(type, std::prev(from)->first))
      matched_before = matched_members(*before, *earlier);
  std::vector<bool> same;
  for (NodeIndex node = 0; node < model_->node_count(); ++node) same.push_back(comparable(from_year, to_year, node));
  return matched_changes(*model_, policy_, year_scores(from_year), *earlier, year_scores(to_year), *later, same,
                         matched_before);
}

Correlation Statistics::correlation(const std::string& type, int year, NodeIndex a, NodeIndex b) const {
  Correlation result;
  const CountedByNode* counted = this->counted(type, year);
  if (!counted) return result;
  std::vector<double> x, y;
  for (const OrganisationIndex o : (*counted)[at(a)]) {
    const auto& own = *scores(o, year);
    if (!countable(own[at(b)], policy_)) continue;
    x.push_back(own[at(a)].mean);
    y.push_back(own[at(b)].mean);
  }
  result.organisations = static_cast<int>(x.size());
  if (result.organisations < policy_.dots_from + 1) return result;
  const auto rho = spearman(x, y);
  result.rho = rho ? Measured(*rho) : Measured(Missing::not_applicable);
  return result;
}

AnswerDistribution Statistics::national_answers(const std::string& type, int year, NodeIndex statement) const {
  AnswerDistribution distribution;
  const CountedByNode* counted = this->counted(type, year);
  if (!counted) return distribution;
  std::vector<OrganisationIndex> answered;
  for (const OrganisationIndex o : (*counted)[at(statement)])
    if (!dataset_->find(o, year)->computed_elsewhere()) answered.push_back(o);
  if (static_cast<int>(answered.size()) < policy_.minimum_others + 1) return distribution;
  std::vector<double> weights, values;
  for (const OrganisationIndex o : answered) {
    const NodeScore& own = (*scores(o, year))[at(statement)];
    weights.push_back(own.respondents);
    values.push_back(own.mean);
  }
  if (policy_.complementary && dominated(weights, values)) return distribution;
  distribution.counts.resize(model_->scale.size());
  for (const OrganisationIndex o : answered)
    count_answers(distribution, *model_, *dataset_, *dataset_->find(o, year), statement);
  distribution.agreement = Missing::not_applicable;  // of one organisation's respondents only
  return distribution;
}

std::vector<std::pair<std::string, std::string>> Statistics::unit_types(int year) const {
  std::vector<std::pair<std::string, std::string>> kinds;
  if (const YearResults* found = results(year))
    for (const auto& [kind, group] : found->unit_types) kinds.push_back(kind);
  return kinds;
}

GroupResult Statistics::unit_type_result(int year, const std::string& type, const std::string& unit_type,
                                         NodeIndex node) const {
  const YearResults* found = results(year);
  if (!found) return {};
  const auto group = found->unit_types.find({type, unit_type});
  if (group == found->unit_types.end() || tells_of_few(group->second, node)) return {};
  return group_of_values(group->second.sorted(node));
}

}  // namespace mognad
