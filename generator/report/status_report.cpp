#include "report/status_report.h"

#include <fmt/format.h>

#include <array>

#include "report/report_head.h"
#include "report/section_links.h"
#include "report/status_sections.h"

namespace mognad {
namespace {

/// All that it says stands in the template.
std::optional<Section> status_text(const StatusFacts&, const StatusSectionChoice&) { return Section{}; }

using StatusBuilder = std::optional<Section> (*)(const StatusFacts&, const StatusSectionChoice&);

struct StatusSection {
  SectionKind kind;  // by which cross-references find it
  StatusBuilder build;
};

/// In the order of StatusSectionKind.
constexpr std::array<StatusSection, kStatusSectionKindNames.size()> kStatusSections{{
    {SectionKind::summary, status_summary},
    {SectionKind::contents, status_contents},
    {SectionKind::categories, status_figures},
    {SectionKind::comparison, status_editions},
    {SectionKind::method, status_method},
    {SectionKind::measurement, status_participants},
    {SectionKind::tables, status_tables},
    {SectionKind::text, status_text},
}};

CoverFieldData status_field(const NationFacts& f) {
  CoverFieldData field = cover_axes(f.model, f.words);
  if (const auto key = f.all_key(f.year)) {
    PeerPlaces places = f.statistics.group_places(f.year, *key);
    field.others = {std::move(places.cells), places.step};
  }
  return field;
}

Cover status_cover(const NationFacts& f, const std::string& name) {
  const Date& date = f.survey.report_date;
  const Participation took_part = f.statistics.participation(f.type, f.year);
  Cover cover;
  cover.edition = fmt::format("{} {}", f.text(f.survey.name), f.year);
  cover.name = name;
  cover.reader = f.text(f.inputs.status.subtitle);
  cover.field = status_field(f);
  cover.facts = {
      {f.words.say("status.organisations"), f.count_of(took_part.organisations), ""},
      {f.words.say("status.respondents"), status_respondents(took_part, f.words), ""},
      {f.words.say("status.period"), f.survey.period.empty() ? std::to_string(f.year) : f.text(f.survey.period), ""},
      {f.words.say("cover.sender"), f.text(f.survey.sender), f.words.date(date.year, date.month, date.day)}};
  cover.logo = f.inputs.logo;
  if (f.inputs.logo) cover.logo_description = f.text(f.survey.logo_description);
  return cover;
}

Report status_head(const NationInputs& inputs, const Words& words) {
  const LanguageTag& tag = words.tag();
  const std::string year = std::to_string(inputs.survey.year);
  const std::string name = fmt::format("{} {}", inputs.status.title.in(tag), year);
  const std::string& survey = inputs.survey.name.in(tag);
  Report report = report_head(inputs.survey, inputs.model, name, words);
  report.title = fmt::format("{}: {}", name, survey);
  report.subject = words.say("status.subject", {{"survey", survey}, {"year", year}});
  return report;
}

/// The sections in the order of the template; the titles of those that have nothing to show are put into `left_out`.
std::vector<Section> status_sections(const StatusFacts& f, std::string& left_out) {
  std::vector<Section> sections;
  int number = 0;
  for (const StatusSectionChoice& choice : f.layout.sections) {
    const StatusSection& entry = kStatusSections[static_cast<std::size_t>(choice.kind)];
    std::optional<Section> section = entry.build(f, choice);
    if (!section) {
      left_out += (left_out.empty() ? "" : ", ") + f.nation.text(choice.title);
      continue;
    }
    section->kind = entry.kind;
    section->title = f.nation.text(choice.title);
    add_own_words(choice.message, choice.paragraphs, f.words().tag(), *section);
    if (section->numbered) section->number = ++number;
    sections.push_back(std::move(*section));
  }
  return sections;
}

}  // namespace

std::string status_respondents(const Participation& took_part, const Words& words) {
  if (!took_part.told_respondents()) return words.say("status.respondents_withheld");
  return fmt::format("{}\u00A0{}", words.whole(took_part.respondents),
                     words.say("summary.persons", {{"count", took_part.respondents}}));
}

std::vector<const NationalFigure*> StatusFacts::named(const std::vector<std::string>& names) const {
  std::vector<const NationalFigure*> found;
  for (const std::string& name : names)
    for (const NationalFigure& figure : figures)
      if (figure.chosen_as == name) found.push_back(&figure);
  return found;
}

Report build_status_report(const NationInputs& inputs, const std::vector<NationalFigure>& figures, const Words& words) {
  const NationFacts nation(inputs, main_type(inputs), words);
  const StatusFacts facts{nation, figures, inputs.status};
  Report report = status_head(inputs, words);
  report.cover = status_cover(nation, report.identity.organisation_name);
  for (const OrganisationIndex organisation : named_participants(inputs))
    report.may_name.push_back(inputs.dataset.organisations[static_cast<std::size_t>(organisation)].code);
  std::string left_out;
  report.sections = status_sections(facts, left_out);
  fill_contents(report.sections, left_out, words);
  resolve_references(report.sections, words);
  return report;
}

}  // namespace mognad
