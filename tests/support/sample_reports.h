// Whole reports of the small survey, one of each kind, finished once for a run of tests: content, pages and file of the
// same report, so that what comes out of the file can be compared with what was put in.
#pragma once

#include <string>

#include "base/language_tag.h"
#include "layout/pages.h"
#include "report/report.h"

namespace mognad::test {

enum class SampleKind {
  everything,  // that a small survey has
  first_year,
  no_units,
  too_few,       // respondents
  results_only,  // values computed elsewhere
  published,     // not simulated: a logo, earlier figures, targets, what others have done
  group,
  named_group,  // with the names of its members
  compact
};

inline constexpr SampleKind kSampleKinds[] = {SampleKind::everything, SampleKind::first_year,   SampleKind::no_units,
                                              SampleKind::too_few,    SampleKind::results_only, SampleKind::published,
                                              SampleKind::group,      SampleKind::named_group,  SampleKind::compact};

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
