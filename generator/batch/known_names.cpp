#include "batch/known_names.h"

#include <algorithm>
#include <set>

namespace mognad {
namespace {

void add(const LocalText& text, std::set<std::string>& names) {
  for (const auto& [tag, words] : text.all()) names.insert(words);
}

/// What groups are called: the values of their properties, and the notes on them.
void add_groups(const Survey& survey, const Dataset& dataset, std::set<std::string>& names) {
  for (const PeerGroupDefinition& group : survey.peer_groups) {
    add(group.name, names);
    add(group.note, names);
    for (const auto& [value, note] : group.value_notes) add(note, names);
    const int property = dataset.property(group.property);
    for (std::size_t i = 0; i < dataset.organisations.size(); ++i)
      names.insert(dataset.value(static_cast<OrganisationIndex>(i), property));
  }
}

}  // namespace

KnownNames known_names(const Survey& survey, const Model& model, const Dataset& dataset) {
  KnownNames known;
  for (const Organisation& o : dataset.organisations) known.organisations.push_back({o.code, o.formal_name, o.name});

  std::set<std::string> consenting, names;
  for (const Initiative& initiative : dataset.initiatives)
    consenting.insert(dataset.organisations[static_cast<std::size_t>(initiative.organisation)].code);
  known.consenting.assign(consenting.begin(), consenting.end());

  for (const LocalText* text : {&survey.name, &survey.sender, &survey.period, &survey.source, &survey.logo_description,
                                &model.name, &model.source})
    add(*text, names);
  for (const LocalText& source : survey.sources) add(source, names);
  for (const Benchmark& benchmark : dataset.benchmarks) names.insert(benchmark.source);
  add_groups(survey, dataset, names);
  names.erase("");
  known.allowed.assign(names.begin(), names.end());
  return known;
}

}  // namespace mognad
