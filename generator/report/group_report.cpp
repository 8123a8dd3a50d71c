#include "report/group_report.h"

#include <fmt/format.h>

#include "report/correction.h"
#include "report/group_facts.h"
#include "report/group_sections.h"
#include "report/report_head.h"
#include "report/section_links.h"

namespace mognad {
namespace {

std::string replaced(std::string text, std::string_view what, const std::string& by) {
  const std::size_t at = text.find(what);
  return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

Cover cover(const GroupFacts& f, const std::string& name) {
  Cover cover;
  cover.edition = fmt::format("{} {}", f.text(f.survey.name), f.year);
  cover.name = name;
  cover.reader =
      f.words.say("group.reader", {{"count", f.words.whole(f.own[kTotal].organisations)}, {"peers", f.peers_many}});
  const Matrix& matrix = f.model.matrix;
  cover.field = cover_axes(f.model, f.words);
  if (f.value(matrix.x.node) && f.value(matrix.y.node)) {
    cover.field.has_own = true;
    cover.field.own = {name, f.value(matrix.x.node).number(), f.value(matrix.y.node).number()};
  }
  for (const GroupKey& key : f.statistics.groups(f.year))
    if (key.definition == 0 && key.type == f.key.type) {
      PeerPlaces places = f.statistics.group_places(f.year, key);
      cover.field.others = {std::move(places.cells), places.step};
    }
  cover.facts = {{f.words.say("cover.type"), f.words.say("group.kind"), ""},
                 {f.words.say("cover.year"), std::to_string(f.year), ""},
                 edition_fact(f.survey, replaced_edition(f.survey, {}), f.words),
                 {f.words.say("cover.sender"), f.text(f.survey.sender), ""}};
  cover.logo = f.inputs.logo;
  if (f.inputs.logo) cover.logo_description = f.text(f.survey.logo_description);
  return cover;
}

/// Its entries are filled in when all sections are known.
Section contents(const Words& words) {
  Section section;
  section.message = words.say("contents.message");
  section.numbered = false;
  section.blocks.push_back(Contents{});
  return section;
}

}  // namespace

std::string group_name(const Survey& survey, const GroupKey& key, const Words& words) {
  const PeerGroupDefinition& definition = survey.peer_groups[static_cast<std::size_t>(key.definition)];
  return replaced(replaced(definition.name.in(words.tag()), "{value}", key.value), "{peers}",
                  survey.types.at(key.type).many.in(words.tag()));
}

std::optional<Report> build_group_report(const ReportInputs& inputs, const GroupKey& key, const Words& words) {
  const GroupFacts f(inputs, key, words);
  if (!f.shown()) return std::nullopt;
  const std::string name = group_name(inputs.survey, key, words);
  Report report = report_head(inputs.survey, inputs.model, name, words);
  report.cover = cover(f, name);
  for (const NamedOrganisation& member : named_members(inputs, key)) report.may_name.push_back(member.code);
  int number = 0;
  const auto add = [&](SectionKind kind, std::string title, std::optional<Section> section) {
    if (!section) return;
    section->kind = kind;
    section->title = std::move(title);
    if (section->numbered) section->number = ++number;
    report.sections.push_back(std::move(*section));
  };
  add(SectionKind::summary, words.say("group.section_summary"), group_summary(f, name));
  add(SectionKind::contents, words.say("page.contents"), contents(words));
  add(SectionKind::matrix, words.say("group_matrix.section"), group_matrix(f, name));
  add(SectionKind::categories, words.say("group.section_categories"), group_categories(f, name));
  add(SectionKind::strengths, words.say("group.section_strengths"), group_strengths(f, name));
  add(SectionKind::change, words.say("group.section_change"), group_change(f, name));
  add(SectionKind::method, words.say("group.section_method"), group_method(f));
  add_correction(inputs.survey, words, report);
  fill_contents(report.sections, {}, words);
  return report;
}

std::vector<NamedOrganisation> named_members(const ReportInputs& inputs, const GroupKey& key) {
  const Survey& survey = inputs.survey;
  const Dataset& dataset = inputs.dataset;
  std::vector<NamedOrganisation> named;
  if (survey.disclosure.members_agreement.empty()) return named;
  const PeerGroupDefinition& definition = survey.peer_groups[static_cast<std::size_t>(key.definition)];
  const int property = dataset.property(definition.property);
  for (std::size_t i = 0; i < dataset.organisations.size(); ++i) {
    const Organisation& o = dataset.organisations[i];
    const auto index = static_cast<OrganisationIndex>(i);
    const std::vector<int> years = inputs.statistics.years_of(index);
    const bool counted = !years.empty() && years.back() == survey.year;
    if (counted && o.type == key.type && dataset.value(index, property) == key.value) named.push_back({o.name, o.code});
  }
  return named;
}

}  // namespace mognad
