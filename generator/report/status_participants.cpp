#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/named_text.h"
#include "report/status_sections.h"

namespace mognad {
namespace {

/// The property by which names are sorted under headings of their own: that of the template's map, or none.
std::string property_of_map(const NationInputs& inputs) {
  for (const FigureChoice& figure : inputs.figures.figures)
    for (const PeerGroupDefinition& group : inputs.survey.peer_groups)
      if (figure.kind == FigureKind::tile_map && group.id == figure.group) return group.property;
  return {};
}

std::string response_rate(const Participation& took_part, const Words& words) {
  return words.number(took_part.response_rate, 0);
}

Table numbers_of_types(const NationFacts& f) {
  Table table;
  table.columns = {{f.words.say("status.type"), TableColumn::Align::left},
                   {f.words.say("status.organisations")},
                   {f.words.say("status.respondents")},
                   {f.words.say("status.rate_head")}};
  for (const std::string& type : f.statistics.types(f.year)) {
    const Participation took_part = f.statistics.participation(type, f.year);
    const Measured people = took_part.told_respondents();
    table.rows.push_back({{capitalised(f.text(f.survey.types.at(type).many)), f.words.whole(took_part.organisations),
                           people ? f.words.whole(took_part.respondents) : f.words.number(people, 0),
                           response_rate(took_part, f.words)}});
  }
  table.caption = fmt::format("{} {}", f.words.say("status.rate_caption"), f.source());
  return table;
}

using Members = std::map<std::string, std::vector<NamedOrganisation>>;

/// The names of a type's organisations, by the value of the property; together where no value has two of them.
Members members_of(const NationInputs& inputs, const std::string& type, const std::string& property) {
  const int column = property.empty() ? -1 : inputs.dataset.property(property);
  Members members;
  for (const OrganisationIndex index : named_participants(inputs)) {
    const Organisation& organisation = inputs.dataset.organisations[static_cast<std::size_t>(index)];
    if (organisation.type != type) continue;
    const std::string value = column < 0 ? std::string() : inputs.dataset.value(index, column);
    members[value].push_back({organisation.name, organisation.code});
  }
  const auto alone = [](const auto& entry) { return entry.second.size() == 1; };
  if (!std::all_of(members.begin(), members.end(), alone)) return members;
  Members together;
  for (auto& [value, names] : members) together[""].push_back(std::move(names.front()));
  return together;
}

void add_names(const NationFacts& f, Section& section) {
  const LanguageTag& language = f.survey.languages.front();
  const std::string property = property_of_map(f.inputs);
  for (const std::string& type : f.statistics.types(f.year)) {
    const Members members = members_of(f.inputs, type, property);
    if (members.empty()) continue;
    section.blocks.push_back(Heading{capitalised(f.text(f.survey.types.at(type).many))});
    for (const auto& [value, names] : members) {
      Paragraph paragraph{{}, Paragraph::Kind::column};
      if (!value.empty() && members.size() > 1) paragraph.text.push_back({value + ": ", true});
      RichText list = list_of_names(names, language);
      std::move(list.begin(), list.end(), std::back_inserter(paragraph.text));
      section.blocks.push_back(std::move(paragraph));
    }
  }
}

}  // namespace

std::vector<OrganisationIndex> named_participants(const NationInputs& inputs) {
  std::vector<OrganisationIndex> named;
  if (inputs.survey.disclosure.members_agreement.empty()) return named;
  for (std::size_t i = 0; i < inputs.dataset.organisations.size(); ++i) {
    const auto index = static_cast<OrganisationIndex>(i);
    if (inputs.dataset.find(index, inputs.survey.year)) named.push_back(index);
  }
  return named;
}

std::optional<Section> status_participants(const StatusFacts& facts, const StatusSectionChoice&) {
  const NationFacts& f = facts.nation;
  const Participation took_part = f.statistics.participation(f.type, f.year);
  Section section;
  section.message = f.words.say("status.participants_message", {{"count", took_part.organisations},
                                                                {"organisations", f.count_of(took_part.organisations)},
                                                                {"respondents", f.words.whole(took_part.respondents)},
                                                                {"persons", took_part.respondents},
                                                                {"year", std::to_string(f.year)}});
  section.blocks.push_back(numbers_of_types(f));
  if (named_participants(f.inputs).empty())
    section.blocks.push_back(Paragraph{{{f.words.say("status.names_left_out")}}});
  else add_names(f, section);
  return section;
}

}  // namespace mognad
