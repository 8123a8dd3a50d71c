// The content of reports of each kind, as text to read. MOGNAD_ACCEPT=1 renews it.
#include <catch2/catch.hpp>

#include "support/dump.h"
#include "support/sample_reports.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

TEST_CASE("The content of each kind of report is that of its reference", "[report]") {
  for (const SampleKind kind :
       {SampleKind::first_year, SampleKind::no_units, SampleKind::results_only, SampleKind::group})
    for (const LanguageTag tag : kLanguages) {
      Report report = sample_report(kind, tag).report;
      INFO(sample_report(kind, tag).place);
      // Where it comes from, at its end, changes with every version of the program.
      report.sections.back().blocks.pop_back();
      check_reference("documents/" + std::string(name_of(kind)) + "-" + tag + ".txt", dump(report));
    }
}
