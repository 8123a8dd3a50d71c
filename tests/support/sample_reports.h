// Whole reports of the small survey, one of each kind, finished once for a run of tests: content, pages and file of the
// same report, so that what comes out of the file can be compared with what was put in.
#pragma once

#include <string>

#include "base/language_tag.h"
#include "layout/pages.h"
#include "report/report.h"

namespace mognad::test {

enum class SampleKind { everything, first_year, no_units, too_few, results_only, group, compact };

/// "everything", "first-year": begins the names of references.
const char* name_of(SampleKind kind);

struct SampleReport {
  std::string place;  // "first-year in sv"
  Report report;      // as it is laid out, with where it comes from at its end
  Pages pages;
  std::string bytes;
};

/// Made when it is first asked for.
const SampleReport& sample_report(SampleKind kind, const LanguageTag& tag);

}  // namespace mognad::test
