#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "language/collation.h"
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

/// The organisations that have a value of the property in common.
struct Members {
  std::string value;
  std::vector<NamedOrganisation> names;
};

/// By the alphabet; those of one name by their code, so that the order is always the same.
void sort_by_alphabet(std::vector<Members>& groups, const LanguageTag& language) {
  const Collation alphabet(language);
  for (Members& members : groups) {
    std::map<std::pair<std::string, std::string>, NamedOrganisation> sorted;
    for (NamedOrganisation& each : members.names) sorted.emplace(std::pair{alphabet.key(each.name), each.code}, each);
    members.names.clear();
    for (auto& [key, each] : sorted) members.names.push_back(std::move(each));
  }
  std::sort(groups.begin(), groups.end(), [&](const Members& one, const Members& other) {
    return alphabet.key(one.value) < alphabet.key(other.value);
  });
}

/// The names of a type's organisations, by the value of the property; together where no value has two of them.
std::vector<Members> members_of(const NationInputs& inputs, const std::string& type, const std::string& property) {
  const int column = property.empty() ? -1 : inputs.dataset.property(property);
  std::map<std::string, Members> by_value;
  for (const OrganisationIndex index : named_participants(inputs)) {
    const Organisation& organisation = inputs.dataset.organisations[static_cast<std::size_t>(index)];
    if (organisation.type != type) continue;
    const std::string value = column < 0 ? std::string() : inputs.dataset.value(index, column);
    by_value[value].names.push_back({organisation.name, organisation.code});
  }
  const bool together =
      std::all_of(by_value.begin(), by_value.end(), [](const auto& entry) { return entry.second.names.size() == 1; });
  std::vector<Members> groups;
  for (auto& [value, members] : by_value) {
    members.value = value;
    if (!together || groups.empty()) groups.push_back(std::move(members));
    else groups.front().names.push_back(std::move(members.names.front()));
  }
  sort_by_alphabet(groups, inputs.survey.languages.front());
  return groups;
}

constexpr std::size_t kColumns = 3;  // of names

/// A paragraph for each value; a long one, or the only one, in several, so that columns can end between them.
std::vector<Paragraph> paragraphs_of(const std::vector<Members>& groups, const LanguageTag& language) {
  constexpr std::size_t kMostNames = 60;
  std::vector<Paragraph> paragraphs;
  for (const auto& [value, names] : groups) {
    const std::size_t third = (names.size() + kColumns - 1) / kColumns;
    const std::size_t most = groups.size() == 1 ? std::min(third, kMostNames) : kMostNames;
    for (std::size_t from = 0; from < names.size(); from += most) {
      Paragraph paragraph{{}, Paragraph::Kind::small};
      if (from == 0 && !value.empty() && groups.size() > 1) paragraph.text.push_back({value + ": ", true});
      const auto begin = names.begin() + static_cast<std::ptrdiff_t>(from);
      const auto end = names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), from + most));
      RichText list = list_of_names({begin, end}, language);
      std::move(list.begin(), list.end(), std::back_inserter(paragraph.text));
      paragraphs.push_back(std::move(paragraph));
    }
  }
  return paragraphs;
}

std::size_t letters(const Paragraph& paragraph) {
  std::size_t count = 0;
  for (const TextSpan& span : paragraph.text) count += span.text.size();
  return count;
}

/// Three columns of about the same length, read from the top of each to its end; as many below each other as the names
/// need, since columns stand on one page.
void add_columns(std::vector<Paragraph> paragraphs, Section& section) {
  constexpr std::size_t kMostLetters = 4800;  // of three columns: less than a page, whatever the names
  std::size_t next = 0;
  while (next < paragraphs.size()) {
    std::size_t end = next, all = 0;
    for (; end < paragraphs.size() && (end == next || all + letters(paragraphs[end]) <= kMostLetters); ++end)
      all += letters(paragraphs[end]);
    Columns thirds{Columns::Split::thirds, false, std::vector<Blocks>(kColumns)};
    for (std::size_t before = 0; next < end; ++next) {
      const std::size_t length = letters(paragraphs[next]);
      const std::size_t column = (before + length / 2) * kColumns / (all + 1);  // where its middle stands
      thirds.columns[column].push_back(std::move(paragraphs[next]));
      before += length;
    }
    section.blocks.push_back(std::move(thirds));
  }
}

void add_names(const NationFacts& f, Section& section) {
  const LanguageTag& language = f.survey.languages.front();
  const std::string property = property_of_map(f.inputs);
  for (const std::string& type : f.statistics.types(f.year)) {
    const std::vector<Members> groups = members_of(f.inputs, type, property);
    if (groups.empty()) continue;
    section.blocks.push_back(Heading{capitalised(f.text(f.survey.types.at(type).many))});
    add_columns(paragraphs_of(groups, language), section);
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
  const bool one_type = status_types(f).size() == 1, named = !named_participants(f.inputs).empty();
  if (one_type && !named) return std::nullopt;  // a table of one row, which the summary has said
  Section section;
  section.message = f.words.say(
      one_type && took_part.told_respondents() ? "status.participants_message" : "status.participants_message_few",
      {{"count", took_part.organisations},
       {"organisations", status_organisations(f)},
       {"persons", status_respondents(took_part, f.words)},
       {"year", std::to_string(f.year)}});
  section.blocks.push_back(numbers_of_types(f));
  if (!named) section.blocks.push_back(Paragraph{{{f.words.say("status.names_left_out")}}});
  else add_names(f, section);
  return section;
}

}  // namespace mognad
