#include "support/sample_reports.h"

#include <catch2/catch.hpp>

#include <map>

#include "report/given_survey.h"
#include "report/group_report.h"
#include "report/report_head.h"
#include "support/small_survey.h"

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

void change(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::runtime_error("the survey's file does not hold " + from);
  text.replace(at, from.size(), to);
}

const WholeSurvey& of_published() {
  static const WholeSurvey survey = [] {
    const auto files = files_with_new_survey();
    std::string toml = *files->read("survey/survey.toml");
    for (const char* key : {"benchmarks = ", "targets = ", "initiatives = ", "[logo]",
                            "file = ", "description = ", "members_agreement = "})
      change(toml, std::string("# ") + key, key);
    change(toml, "simulated = true", "simulated = false");
    files->write_whole("survey/survey.toml", toml);
    files->write_whole("survey/logo.svg", source_file("sample-data/logo.svg"));
    files->write_whole("survey/benchmarks.csv", source_file("sample-data/benchmarks.csv"));
    files->write_whole("survey/targets.csv", source_file("sample-data/targets.csv"));
    files->write_whole("survey/initiatives.csv",
                       "organisation,node,title.sv,title.en,text.sv,text.en,link\n"
                       "9002,anvandare,Testpanel varje månad,A test panel every month,"
                       "Tio invånare provar varje ny tjänst.,Ten residents try each new service.,"
                       "https://example.org/panel\n"
                       "9003,effektivitet,Ett register i stället för tre,One register instead of three,"
                       "Tre register slogs ihop till ett.,Three registers were merged.,\n");
    return WholeSurvey(load_or_throw(options_for("survey"), *files));
  }();
  return survey;
}

const WholeSurvey& survey_of(SampleKind kind) {
  if (kind == SampleKind::published || kind == SampleKind::named_group) return of_published();
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
  const bool group = kind == SampleKind::group || kind == SampleKind::named_group;
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
  made.report.sections.back().blocks.emplace_back(provenance(made.report, voice.words));
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
    case SampleKind::published: return "published";
    case SampleKind::group: return "group";
    case SampleKind::named_group: return "named-group";
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
