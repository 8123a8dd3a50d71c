#include "report/group_facts.h"

#include <fmt/format.h>

#include <algorithm>

namespace mognad {
namespace {

/// The same group in another year: groups of a year have numbers of their own.
std::optional<GroupKey> same_group(const Statistics& statistics, int year, const GroupKey& wanted) {
  for (const GroupKey& key : statistics.groups(year))
    if (key.definition == wanted.definition && key.type == wanted.type && key.value == wanted.value) return key;
  return std::nullopt;
}

}  // namespace

GroupFacts::GroupFacts(const ReportInputs& report_inputs, GroupKey group_key, const Words& report_words)
    : inputs(report_inputs),
      model(inputs.model),
      survey(inputs.survey),
      statistics(inputs.statistics),
      words(report_words),
      key(std::move(group_key)),
      year(inputs.survey.year) {
  const TypeWords& type = survey.types.at(key.type);
  peers_many = text(type.many);
  peers_genitive = text(type.many_genitive);
  definite = text(type.many_definite);
  dimensions = model.at(Level::dimension);
  categories = model.at(Level::category);
  for (NodeIndex node = 0; node < model.node_count(); ++node) {
    own.push_back(result(year, node));
    all.push_back(result_of_all(year, node));
  }
  for (const int measured : inputs.dataset.years)
    if (measured <= year && result(measured, kTotal).median) years.push_back(measured);
}

GroupResult GroupFacts::result(int of_year, NodeIndex node) const {
  const auto found = same_group(statistics, of_year, key);
  return found ? statistics.group_result(of_year, *found, node) : GroupResult{};
}

GroupResult GroupFacts::result_of_all(int of_year, NodeIndex node) const {
  const auto found = same_group(statistics, of_year, {.definition = 0, .type = key.type, .value = {}});
  return found ? statistics.group_result(of_year, *found, node) : GroupResult{};
}

std::string GroupFacts::middle_half(const GroupResult& group) const {
  if (!group.lower_quartile) return std::string(symbol_of(group.lower_quartile.reason()));
  return fmt::format("{}–{}", number(group.lower_quartile), number(group.upper_quartile));
}

std::string GroupFacts::source() const {
  const std::string when = years.size() < 2 ? std::to_string(year) : fmt::format("{}–{}", years.front(), years.back());
  return words.say("common.source", {{"source", fmt::format("{} {}", text(survey.source), when)}});
}

}  // namespace mognad
