#include "commands/combine.h"

#include <fmt/format.h>

#include <algorithm>

#include "commands/choose_organisations.h"
#include "language/edit_distance.h"

namespace mognad {
namespace {

/// Groups that share a property, by the name of the group or of the property; −1: none.
int definition_named(const Survey& survey, const std::string& name) {
  for (std::size_t i = 0; i < survey.peer_groups.size(); ++i)
    if (!survey.peer_groups[i].property.empty() &&
        (survey.peer_groups[i].id == name || survey.peer_groups[i].property == name))
      return static_cast<int>(i);
  return -1;
}

std::vector<std::string> names_of_groups(const Survey& survey) {
  std::vector<std::string> names;
  for (const PeerGroupDefinition& group : survey.peer_groups)
    if (!group.property.empty()) names.push_back(group.id);
  return names;
}

}  // namespace

std::vector<GroupKey> choose_groups(const Survey& survey, const Dataset& dataset, const Statistics& statistics,
                                    const CommandOptions& options, Problems& problems) {
  std::vector<GroupKey> chosen;
  for (const std::string& asked : options.combine) {
    const std::size_t equals = asked.find('=');
    const std::string name = asked.substr(0, equals);
    const int definition = definition_named(survey, name);
    if (equals == std::string::npos || definition < 0) {
      problems.push_back(error_at({"--combine"}, fmt::format("'{}' names no group of the survey", asked),
                                  fmt::format("write NAME=VALUE; {}", hint_for(name, names_of_groups(survey)))));
      continue;
    }
    const std::string& property = survey.peer_groups[static_cast<std::size_t>(definition)].property;
    const std::string value = value_of_code(dataset, property, asked.substr(equals + 1));
    std::vector<std::string> values;
    const std::size_t before = chosen.size();
    for (const GroupKey& key : statistics.groups(survey.year)) {
      if (key.definition != definition) continue;
      values.push_back(key.value);
      if (key.value == value) chosen.push_back(key);
    }
    if (chosen.size() == before)
      problems.push_back(error_at({"--combine"}, fmt::format("no group '{}' has the value '{}'", name, value),
                                  hint_for(value, values)));
  }
  return chosen;
}

}  // namespace mognad
