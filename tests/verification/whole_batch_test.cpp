// Every kind of report that the small survey gives rise to conforms: its files, made in memory as a batch makes them,
// break no rule.
#include <catch2/catch.hpp>

#include "report/given_survey.h"
#include "support/sample_reports.h"
#include "support/small_survey.h"
#include "verification/conformance.h"

using namespace mognad;
using namespace mognad::test;

namespace {

void check_bytes(const std::string& bytes) {
  for (const verification::Finding& finding : verification::check_conformance(verification::Document::read(bytes)))
    FAIL_CHECK(finding.rule->id << ", " << finding.where << ": " << finding.found);
}

void check_report(const WholeSurvey& survey, int organisation, const LanguageTag& tag) {
  INFO(survey.organisation(organisation).formal_name << " in " << tag);
  Voice& voice = survey.voice(tag);
  const auto rendered = render_report(survey.batch(), organisation, voice.words, voice.shaper);
  for (const Problem& problem : rendered.problems) UNSCOPED_INFO(to_text(problem));
  REQUIRE(rendered);
  check_bytes(rendered->bytes);
}

/// The small survey where the first organisation answered nothing of its first categories, as many as told.
WholeSurvey without_categories(std::size_t missing) {
  auto loaded = load_or_throw(options_for("survey"), *files_with_new_survey());
  const Model& model = loaded->model;
  Dataset& data = loaded->dataset;
  const std::vector<NodeIndex> categories = model.at(Level::category);
  std::size_t column = 0;
  for (const NodeIndex statement : model.at(Level::statement)) {
    const NodeIndex category = model.node(model.node(statement).parent).parent;
    const auto place = std::find(categories.begin(), categories.end(), category) - categories.begin();
    if (static_cast<std::size_t>(place) < missing)
      for (std::size_t r = 0; r < data.respondents.size(); ++r)
        if (data.respondents[r].organisation == 0)
          data.answers[r * static_cast<std::size_t>(data.statements) + column] = kNoAnswer;
    ++column;
  }
  return WholeSurvey(std::move(loaded));
}

}  // namespace

TEST_CASE("Every organisation's report conforms, in one language or the other", "[verification][batch]") {
  for (int i = 0; i < small_survey().organisations(); ++i) check_report(small_survey(), i, kLanguages[i % 2]);
}

TEST_CASE("Each kind of report conforms in both languages", "[verification][batch]") {
  for (const SampleKind kind : kSampleKinds)
    for (const LanguageTag tag : kLanguages) {
      const SampleReport& sample = sample_report(kind, tag);
      INFO(sample.place);
      check_bytes(sample.bytes);
    }
}

TEST_CASE("The report of every group that may be shown conforms", "[verification][batch]") {
  const WholeSurvey& survey = small_survey();
  int shown = 0;
  for (const GroupKey& key : survey.statistics.groups(survey.loaded->survey.year)) {
    if (!survey.statistics.group_result(survey.loaded->survey.year, key, kTotal).median) continue;
    for (const LanguageTag tag : kLanguages) {
      INFO(key.value << " in " << tag);
      Voice& voice = survey.voice(tag);
      const auto rendered = render_group_report(survey.batch(), key, voice.words, voice.shaper);
      REQUIRE(rendered);
      check_bytes(rendered->bytes);
      ++shown;
    }
  }
  CHECK(shown > 0);
}

TEST_CASE("Reports without answers to some categories or to all conform", "[verification][batch]") {
  for (const std::size_t missing : {std::size_t{1}, std::size_t{3}, std::size_t{6}}) {
    const WholeSurvey survey = without_categories(missing);
    INFO(missing << " categories without answers");
    for (std::size_t i = 0; i < 6; ++i) {
      const NodeIndex category = survey.loaded->model.at(Level::category).at(i);
      CHECK(survey.statistics.node(0, survey.loaded->survey.year, category).value.known() == (i >= missing));
    }
    for (const LanguageTag tag : kLanguages) check_report(survey, 0, tag);
  }
}

TEST_CASE("Reports of values computed elsewhere conform, however deep they go", "[verification][batch]") {
  for (const auto& [deepest, margins] :
       {std::pair{Level::capability, Margins::all}, {Level::dimension, Margins::all}, {Level::total, Margins::none}}) {
    const WholeSurvey survey = given_survey(deepest, margins);
    for (const LanguageTag tag : kLanguages) check_report(survey, 0, tag);
  }
}
