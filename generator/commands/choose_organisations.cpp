#include "commands/choose_organisations.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "language/edit_distance.h"

namespace mognad {
namespace {

/// Those of --only, or all.
std::vector<OrganisationIndex> named_organisations(const Survey& survey, const Dataset& dataset,
                                                   const CommandOptions& options, Problems& problems) {
  std::vector<OrganisationIndex> chosen;
  if (options.only.empty()) {
    for (std::size_t i = 0; i < dataset.organisations.size(); ++i)
      if (dataset.find(static_cast<int>(i), survey.year)) chosen.push_back(static_cast<int>(i));
    return chosen;
  }
  std::vector<std::string> codes;
  for (const Organisation& o : dataset.organisations) codes.push_back(o.code);
  for (const std::string& code : options.only) {
    const OrganisationIndex index = dataset.find_organisation(code);
    if (index < 0)
      problems.push_back(
          error_at({"--only"}, fmt::format("no organisation has the code '{}'", code), hint_for(code, codes)));
    else if (!dataset.find(index, survey.year))
      problems.push_back(error_at(
          {"--only"}, fmt::format("the organisation '{}' has no answers or results of {}", code, survey.year)));
    else if (std::find(chosen.begin(), chosen.end(), index) == chosen.end()) chosen.push_back(index);
  }
  return chosen;
}

/// What --where asks for: a column of the organisations' file and a value in it.
struct Condition {
  int property = -1;
  std::string value;
};

std::vector<Condition> conditions_of(const Dataset& dataset, const CommandOptions& options, Problems& problems) {
  std::vector<Condition> conditions;
  for (const std::string& asked : options.where) {
    const std::size_t equals = asked.find('=');
    const std::string name = asked.substr(0, equals);
    const int property = dataset.property(name);
    if (equals == std::string::npos || property < 0)
      problems.push_back(error_at({"--where"}, fmt::format("'{}' names no column of the organisations", asked),
                                  fmt::format("write NAME=VALUE; {}", hint_for(name, dataset.property_names))));
    else conditions.push_back({property, value_of_code(dataset, name, asked.substr(equals + 1))});
  }
  return conditions;
}

void keep_where(std::vector<OrganisationIndex>& chosen, const Dataset& dataset, const CommandOptions& options,
                Problems& problems) {
  for (const auto& [property, value] : conditions_of(dataset, options, problems)) {
    std::set<std::string> values;
    for (const OrganisationIndex o : chosen) values.insert(dataset.value(o, property));
    std::erase_if(chosen, [&](OrganisationIndex o) { return dataset.value(o, property) != value; });
    if (chosen.empty())
      problems.push_back(error_at({"--where"}, fmt::format("no organisation that measured has the value '{}'", value),
                                  hint_for(value, std::vector(values.begin(), values.end()))));
  }
}

}  // namespace

std::string value_of_code(const Dataset& dataset, const std::string& property, const std::string& text) {
  const int codes = dataset.property(property + "_code");
  if (codes < 0) return text;
  for (std::size_t i = 0; i < dataset.organisations.size(); ++i)
    if (dataset.value(static_cast<OrganisationIndex>(i), codes) == text)
      return dataset.value(static_cast<OrganisationIndex>(i), dataset.property(property));
  return text;
}

std::vector<OrganisationIndex> choose_organisations(const Survey& survey, const Dataset& dataset,
                                                    const CommandOptions& options, Problems& problems) {
  std::vector<OrganisationIndex> chosen = named_organisations(survey, dataset, options, problems);
  keep_where(chosen, dataset, options, problems);
  std::erase_if(chosen, [&](OrganisationIndex o) {
    return !options.shard.has(dataset.organisations[static_cast<std::size_t>(o)].code);
  });
  return chosen;
}

}  // namespace mognad
