#include "support/sample_reports.h"

#include <catch2/catch.hpp>

#include <map>

#include "report/given_survey.h"
#include "report/group_report.h"
#include "report/report_head.h"
#include "report/small_survey.h"

namespace mognad::test {
namespace {

const WholeSurvey& without_units() {
  static const WholeSurvey survey = [] {
    auto loaded = load_or_throw(options_for("survey"), *files_with_new_survey());
    loaded->dataset.units.clear();
    for (Respondent& respondent : loaded->dataset.respondents) respondent.unit = -1;
    return WholeSurvey(std::move(loaded));
  }();
  return survey;
}

const WholeSurvey& of_results() {
  static const WholeSurvey survey = given_survey(Level::category, Margins::none);
  return survey;
}

const WholeSurvey& survey_of(SampleKind kind) {
  if (kind == SampleKind::no_units) return without_units();
  return kind == SampleKind::results_only ? of_results() : small_survey();
}

/// The first organisation that measured in the survey's year alone, with results to show.
OrganisationIndex measured_once() {
  const WholeSurvey& survey = small_survey();
  const int year = survey.loaded->survey.year;
  for (int i = 0; i < survey.organisations(); ++i) {
    const auto& all = survey.loaded->dataset.measurements;
    const auto count = std::count_if(all.begin(), all.end(), [&](const Measurement& m) { return m.organisation == i; });
    if (count == 1 && survey.loaded->dataset.find(i, year) && survey.organisation(i).code != "9030") return i;
  }
  throw std::runtime_error("every organisation measured twice");
}

OrganisationIndex organisation_of(SampleKind kind) {
  if (kind == SampleKind::first_year) return measured_once();
  return small_survey().loaded->dataset.find_organisation(kind == SampleKind::too_few ? "9030" : "9001");
}

/// The first group that may be shown.
GroupKey shown_group() {
  const Statistics& statistics = small_survey().statistics;
  const int year = small_survey().loaded->survey.year;
  for (const GroupKey& key : statistics.groups(year))
    if (key.definition > 0 && statistics.group_result(year, key, kTotal).median.known()) return key;
  throw std::runtime_error("no group may be shown");
}

SampleReport make(SampleKind kind, const LanguageTag& tag) {
  const WholeSurvey& survey = survey_of(kind);
  Voice& voice = survey.voice(tag);
  BatchInputs inputs = survey.batch();
  inputs.compact = kind == SampleKind::compact;
  const bool group = kind == SampleKind::group;
  auto rendered = group ? render_group_report(inputs, shown_group(), voice.words, voice.shaper)
                        : render_report(inputs, organisation_of(kind), voice.words, voice.shaper);
  for (const Problem& problem : rendered.problems) UNSCOPED_INFO(to_text(problem));
  REQUIRE(rendered);
  SampleReport made{std::string(name_of(kind)) + " in " + tag,
                    group ? *build_group_report(survey.inputs(), shown_group(), voice.words)
                          : survey.report(organisation_of(kind), tag),
                    {},
                    std::move(rendered->bytes)};
  made.report.identity.inputs_sha256 = rendered->inputs_sha256;
  made.report.sections.back().blocks.emplace_back(provenance(made.report.identity, voice.words));
  made.pages = *lay_out(made.report, survey.style(tag));
  return made;
}

}  // namespace

const char* name_of(SampleKind kind) {
  switch (kind) {
    case SampleKind::everything: return "everything";
    case SampleKind::first_year: return "first-year";
    case SampleKind::no_units: return "no-units";
    case SampleKind::too_few: return "too-few";
    case SampleKind::results_only: return "results-only";
    case SampleKind::group: return "group";
    case SampleKind::compact: return "compact";
  }
  return "";
}

const SampleReport& sample_report(SampleKind kind, const LanguageTag& tag) {
  static std::map<std::pair<SampleKind, LanguageTag>, SampleReport> made;
  const auto place = made.find({kind, tag});
  if (place != made.end()) return place->second;
  return made.emplace(std::pair{kind, tag}, make(kind, tag)).first->second;
}

}  // namespace mognad::test
