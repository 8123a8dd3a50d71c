// The correction of a report: what a reader of the new edition is told about the one that it replaces. The cover says
// it in a word, a notice above the contents what has changed, the provenance once more for who holds a print. Without
// `[correction]` in the survey, and for organisations that it doesn't name, nothing is told. Pure; threads may call it
// at the same time.
#pragma once

#include <string>

#include "dataset/survey.h"
#include "language/words.h"
#include "report/report.h"

namespace mognad {

/// The edition whose place the document takes; 0: it replaces none. `organisation` is a code; empty: the document is of
/// several organisations, and takes another's place when all reports are corrected.
int replaced_edition(const Survey& survey, const std::string& organisation);

/// Edition and date, for the cover.
CoverFact edition_fact(const Survey& survey, int replaced, const Words& words);

/// Puts the notice before the contents when the report's identity says that it replaces one: a summary that fills its
/// page has no room left. Where there are no contents, or they share their page with more, it opens the first section.
void add_correction(const Survey& survey, const Words& words, Report& report);

}  // namespace mognad
