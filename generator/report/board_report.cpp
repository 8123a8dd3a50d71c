#include "report/board_report.h"

#include <fmt/format.h>

#include "report/correction.h"
#include "report/report_head.h"
#include "report/section_links.h"
#include "report/sections.h"

namespace mognad {
namespace {

/// All that it says stands in the template.
std::optional<Section> text_section(const ReportFacts&) { return Section{}; }

using SectionBuilder = std::optional<Section> (*)(const ReportFacts&);

/// In the order of SectionKind.
constexpr std::array<SectionBuilder, kSectionKinds> kBuilders{
    summary_section,   contents_section, measurement_section, matrix_section, categories_section,
    strengths_section, change_section,   comparison_section,  inside_section, answers_section,
    actions_section,   method_section,   tables_section,      text_section};

CoverFieldData cover_field(const ReportFacts& f) {
  const Matrix& matrix = f.model.matrix;
  CoverFieldData field = cover_axes(f.model, f.words);
  if (f.place) {
    field.has_own = true;
    field.own = {f.name, f.value(matrix.x.node).number(), f.value(matrix.y.node).number()};
  }
  PeerPlaces places = f.statistics.places(f.organisation, f.year, 0);
  field.others = {std::move(places.cells), places.step};
  return field;
}

Cover build_cover(const ReportFacts& f) {
  const TypeWords& type = f.survey.types.at(f.self().type);
  Cover cover;
  cover.edition = fmt::format("{} {}", f.text(f.survey.name), f.year);
  cover.name = f.self().formal_name;
  cover.name_language = f.name_language;
  cover.reader = f.words.say("cover.reader", {{"reader", f.text(type.reader)}});
  cover.field = cover_field(f);
  const std::string second_type = f.survey.peer_groups.size() > 1 && f.statistics.has_group(f.organisation, f.year, 1)
                                      ? peer_group_name(f, f.survey.peer_groups[1])
                                      : std::string();
  cover.facts = {
      {f.words.say("cover.type"), capitalised(f.text(type.one)), second_type},
      {f.words.say("cover.year"), std::to_string(f.year),
       f.has_results ? f.words.say("cover.measurement", {{"count", static_cast<int>(f.years.size())}}) : std::string()},
      edition_fact(f.survey, replaced_edition(f.survey, f.self().code), f.words),
      {f.words.say("cover.sender"), f.text(f.survey.sender), ""},
  };
  return cover;
}

}  // namespace

Report build_board_report(const ReportInputs& inputs, OrganisationIndex organisation, const Words& words) {
  const ReportFacts f(inputs, organisation, words);
  Report report = report_head(f.survey, f.model, f.self().formal_name, words);
  report.identity.organisation_code = f.self().code;
  report.identity.replaces = replaced_edition(f.survey, f.self().code);
  report.foot_short = f.name;
  for (const Initiative& initiative : inputs.dataset.initiatives)  // given to be told to others
    report.may_name.push_back(inputs.dataset.organisations[static_cast<std::size_t>(initiative.organisation)].code);
  report.cover = build_cover(f);
  report.cover.logo = inputs.logo;
  if (inputs.logo) report.cover.logo_description = f.text(f.survey.logo_description);
  int number = 0;
  std::string left_out;
  for (const SectionChoice& choice : inputs.layout.sections) {
    std::optional<Section> section = kBuilders[static_cast<std::size_t>(choice.kind)](f);
    if (!section) {
      left_out += (left_out.empty() ? "" : ", ") + f.text(choice.title);
      continue;
    }
    section->kind = choice.kind;
    section->title = f.text(choice.title);
    add_own_words(choice.message, choice.paragraphs, words.tag(), *section);
    if (section->numbered) section->number = ++number;
    report.sections.push_back(std::move(*section));
  }
  add_correction(f.survey, words, report);
  fill_contents(report.sections, left_out, words);
  resolve_references(report.sections, words);
  return report;
}

}  // namespace mognad
