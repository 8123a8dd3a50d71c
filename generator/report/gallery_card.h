// What a gallery tells of a report before anyone opens it: whose it is, its key figures, and what it was made from. All
// values come from statistics and have passed disclosure control. Pictures, files and warnings are added by the caller.
// Pure functions; words are those of the gallery's language, whatever the report's.
#pragma once

#include "report/gallery.h"
#include "report/report_facts.h"

namespace mognad {

/// The survey's title, language and cuts; no cards.
Gallery gallery_head(const ReportInputs& inputs, const Words& words);

/// Name, type, county, quadrant, result, change and position; values as a report prints them, with one decimal. The
/// county is the first property that has codes in a column beside it, `<property>_code`.
GalleryCard gallery_card(const ReportFacts& facts);

/// A finished report as the manifest tells of it.
struct FinishedReport {
  std::string language;  // BCP 47
  std::string program;   // "mognad 0.1.0"; empty: not known
  std::size_t bytes = 0;
  int pages = 0;
  std::string sha256;          // of the file
  std::string inputs_sha256;   // of what it was made from
  std::string content_sha256;  // of all that it says, and how it is set
};

/// Who answered, the survey and its model, and of a finished report its versions and hashes. `finished` may be null.
std::vector<GalleryFact> made_from(const ReportFacts& facts, const FinishedReport* finished);

}  // namespace mognad
