// What a reader of a corrected report is told.
#include "report/correction.h"

#include <catch2/catch.hpp>

#include "export/csv/report_data.h"
#include "export/pdf/xmp.h"
#include "report/report_head.h"
#include "support/dump.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// The first organisation's report of the second edition, corrected for those organisations.
struct Corrected {
  explicit Corrected(std::vector<std::string> organisations, const LanguageTag& tag = "sv") {
    survey.edition = 2;
    survey.correction.replaces = 1;
    survey.correction.text = std::map<LanguageTag, std::string>{{"sv", "Två enheters svar saknades."}};
    survey.correction.organisations = std::move(organisations);
    const ReportInputs all = small_survey().inputs();
    report = build_board_report({all.model, survey, all.dataset, all.statistics, all.layout, all.logo}, 0,
                                small_survey().voice(tag).words);
  }
  std::string metadata() const { return pdf::xmp_packet(report, "a program"); }

  Survey survey = small_survey().loaded->survey;
  Report report;
};

/// What stands before the contents.
const Callout* notice(const Report& report) {
  for (const Section& section : report.sections)
    if (section.kind == SectionKind::contents) return std::get_if<Callout>(&section.blocks.front());
  return nullptr;
}

std::string notice_of(const Report& report) {
  std::string text;
  if (const Callout* callout = notice(report))
    for (const TextSpan& span : callout->text) text += span.text;
  return text;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("A corrected report says before its contents what it replaces and what has changed", "[report]") {
  const Corrected swedish({}), english({}, "en");
  CHECK(notice_of(swedish.report) ==
        "Rättad rapport: utgåva 2 ersätter utgåva 1. Vad som har ändrats: Två enheters svar saknades.");
  CHECK(notice_of(english.report) ==
        "Corrected report: edition 2 replaces edition 1. What has changed: Två enheters svar saknades.");
  REQUIRE(notice(english.report));
  CHECK(notice(english.report)->text.back().language == "sv");
}

TEST_CASE("The cover, the provenance, the metadata and the data say which edition is replaced", "[report]") {
  const Corrected corrected({small_survey().organisation(0).code});
  const std::string text = dump(corrected.report);
  const Words& words = small_survey().voice("sv").words;
  CHECK(has(text, "Rättad utgåva"));
  CHECK(has(text, "2, ersätter 1"));
  CHECK(has(provenance(corrected.report, words).text.back().text, " Ersätter utgåva 1."));
  CHECK(has(corrected.metadata(), "<mognad:replaces>1</mognad:replaces>"));
  CHECK(has(corrected.metadata(), "<pdfaProperty:name>replaces</pdfaProperty:name>"));
  CHECK(has(metadata_json(corrected.report, corrected.survey), "\"edition\": 2,\n\"replaces\": 1,\n"));
}

TEST_CASE("A report that the correction doesn't name, and one of several organisations, replaces none", "[report]") {
  const Corrected other({small_survey().organisation(1).code});
  CHECK(notice_of(other.report).empty());
  CHECK_FALSE(has(dump(other.report), "Rättad"));
  CHECK_FALSE(has(dump(other.report), "rsätter utgåva"));
  CHECK_FALSE(has(other.metadata(), "replaces"));
  CHECK_FALSE(has(metadata_json(other.report, other.survey), "replaces"));
  CHECK(replaced_edition(other.survey, small_survey().organisation(1).code) == 1);
  CHECK(replaced_edition(other.survey, {}) == 0);
}

TEST_CASE("A correction of all reports is one of those of several organisations too", "[report]") {
  CHECK(replaced_edition(Corrected({}).survey, {}) == 1);
}
