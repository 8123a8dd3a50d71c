#include "report/nation_facts.h"

#include <fmt/format.h>

#include <algorithm>

namespace mognad {

NationFacts::NationFacts(const NationInputs& nation_inputs, std::string organisation_type, const Words& report_words)
    : inputs(nation_inputs),
      model(inputs.model),
      survey(inputs.survey),
      statistics(inputs.statistics),
      words(report_words),
      type(std::move(organisation_type)),
      year(inputs.survey.year) {
  if (const auto called = survey.types.find(type); called != survey.types.end()) {
    peers_one = text(called->second.one);
    peers_many = text(called->second.many);
    peers_definite = text(called->second.many_definite);
    peers_genitive = text(called->second.many_genitive);
  }
  for (const int measured : statistics.years())
    if (measured <= year) years.push_back(measured);
  for (const int measured : years)
    if (measured < year) earlier_year = measured;
  means = statistics.national_means(type, year);
  for (NodeIndex node = 0; node < model.node_count(); ++node) all.push_back(result(year, node));
  dimensions = model.at(Level::dimension);
  categories = model.at(Level::category);
  main_nodes = model.down_to(Level::category);
}

std::optional<GroupKey> NationFacts::all_key(int of_year) const {
  for (const GroupKey& key : statistics.groups(of_year))
    if (key.definition == 0 && key.type == type) return key;
  return std::nullopt;
}

GroupResult NationFacts::result(int of_year, NodeIndex node) const {
  const auto key = all_key(of_year);
  return key ? statistics.group_result(of_year, *key, node) : GroupResult{};
}

NationalMean NationFacts::mean_of(int of_year, NodeIndex node) const {
  return statistics.national_means(type, of_year)[static_cast<std::size_t>(node)];
}

std::string NationFacts::middle_half(const GroupResult& result) const {
  if (!result.lower_quartile) return std::string(symbol_of(result.lower_quartile.reason()));
  return fmt::format("{}–{}", number(result.lower_quartile), number(result.upper_quartile));
}

std::string NationFacts::count_of(int organisations) const {
  return fmt::format("{}\u00A0{}", words.whole(organisations), organisations == 1 ? peers_one : peers_many);
}

int NationFacts::counted() const {
  int most = 0;
  for (const NationalMean& node : means) most = std::max(most, node.organisations);
  return means[kTotal].organisations > 0 ? means[kTotal].organisations : most;
}

std::string NationFacts::source() const {
  return words.say("common.source", {{"source", fmt::format("{} {}", text(survey.source), year)}});
}

std::string NationFacts::source_years() const {
  if (years.size() < 2) return source();
  return words.say("common.source",
                   {{"source", fmt::format("{} {}–{}", text(survey.source), years.front(), years.back())}});
}

std::string NationFacts::source_both() const {
  if (!earlier_year) return source();
  return words.say(
      "common.source",
      {{"source", fmt::format("{} {}{}{}", text(survey.source), *earlier_year, words.say("common.and"), year)}});
}

std::string main_type(const NationInputs& inputs) {
  std::string found;
  int most = -1;
  const int year = inputs.survey.year;
  for (const std::string& type : inputs.statistics.types(year)) {
    const int count = std::max(inputs.statistics.participation(type, year).organisations,
                               inputs.statistics.national_means(type, year)[kTotal].organisations);
    if (count > most) most = count, found = type;
  }
  return found;
}

}  // namespace mognad
