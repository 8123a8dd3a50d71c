#include "report/status_report.h"

#include <fmt/format.h>

#include <array>

#include "report/correction.h"
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

/// Of the type with the most organisations, and the other types below it.
CoverFact organisations_fact(const NationFacts& f) {
  std::vector<std::string> others;
  for (const std::string& type : status_types(f))
    if (type != f.type) others.push_back(status_count(f, type));
  return {f.words.say("status.organisations"), f.type.empty() ? f.count_of(0) : status_count(f, f.type),
          status_joined(others, f.words)};
}

/// As the organisations; the types whose respondents are told.
CoverFact respondents_fact(const NationFacts& f) {
  const std::string label = f.words.say("status.respondents");
  const std::string all = status_respondents(f.statistics.participation(f.type, f.year), f.words);
  std::vector<std::string> told;
  for (const std::string& type : status_types(f))
    if (std::string answered = status_answered(f, type); !answered.empty()) told.push_back(std::move(answered));
  if (told.empty() || status_types(f).size() < 2) return {label, all, ""};
  const std::string first = told.front();
  told.erase(told.begin());
  return {label, first, status_joined(told, f.words)};
}

/// The date, and the edition where it takes another's place: this cover has no other line for it.
std::string dated(const NationFacts& f) {
  const Date& day = f.survey.report_date;
  const std::string date = f.words.date(day.year, day.month, day.day);
  if (replaced_edition(f.survey, {}) == 0) return date;
  return f.words.say("correction.dated", {{"date", date}, {"edition", std::to_string(f.survey.edition)}});
}

Cover status_cover(const NationFacts& f, const std::string& name) {
  Cover cover;
  cover.edition = fmt::format("{} {}", f.text(f.survey.name), f.year);
  cover.name = name;
  cover.reader = f.text(f.inputs.status.subtitle);
  cover.field = status_field(f);
  cover.facts = {
      organisations_fact(f),
      respondents_fact(f),
      {f.words.say("status.period"), f.survey.period.empty() ? std::to_string(f.year) : f.text(f.survey.period), ""},
      {f.words.say("cover.sender"), f.text(f.survey.sender), dated(f)}};
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
      if (choice.kind != StatusSectionKind::participants)  // they are there, but not named: the method says so
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
  add_correction(inputs.survey, words, report);
  fill_contents(report.sections, left_out, words);
  resolve_references(report.sections, words);
  return report;
}

}  // namespace mognad
