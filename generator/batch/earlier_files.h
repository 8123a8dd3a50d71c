// What becomes of the files of an earlier run when a later one has ended. Those that were made for a report that this
// run has looked at stay while they belong to what it says: a page for the web or a figure that wasn't asked for now.
// What says something else by now is removed: a report of an earlier name, one that can't be made any more, and what
// was made with it, so that nobody sends it.
#pragma once

#include <set>
#include <string>
#include <utility>

#include "batch/render_batch.h"

namespace mognad {

/// Codes and languages of reports that a run has looked at, made or not.
using TriedReports = std::set<std::pair<std::string, std::string>>;

/// To be called with the entries of the run in `result`; adds those that stay, and a note for each report that is
/// removed. Other files of the earlier run stay if this one made a part, as far as they are as they were written.
void settle_earlier_files(const TriedReports& tried, const BatchOptions& options, Files& files, BatchResult& result);

}  // namespace mognad
