// What someone should look at before a report is sent, as sentences for a gallery: few who answered, results and groups
// that are withheld, data that is missing, labels that charts had no room for, and what is wrong with the file itself.
// Each has a kind that a list can be filtered by. Pure functions; in the gallery's language.
#pragma once

#include "report/gallery.h"
#include "report/report_facts.h"

namespace mognad {

/// Of the data: few respondents, what is withheld, what is missing.
std::vector<GalleryWarning> data_warnings(const ReportFacts& facts);

/// Labels that charts had no room for; nothing when there are none.
std::vector<GalleryWarning> dropped_label_warnings(const std::vector<std::string>& labels, const Words& words);

/// How a report's file stands to what it would be made of now.
enum class FileStanding {
  current,
  outdated,  // there is one, made of other content
  failed,    // there is none: it could not be made
  missing    // there is none: nobody has made it
};

/// Nothing for a current one. `reason`: why it failed, in the program's own words; empty: not known.
std::vector<GalleryWarning> file_warnings(FileStanding standing, const std::string& reason, const Words& words);

}  // namespace mognad
