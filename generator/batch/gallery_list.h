// Which reports a gallery shows, in which order, and which run of reports it is that it shows. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "batch/earlier_run.h"
#include "batch/report_tasks.h"
#include "report/gallery.h"

namespace mognad {

/// Of what the reports in the folder say: the same for the same reports, in whatever order they were made.
std::string run_of(const EarlierRun& earlier);

/// A report before it has been looked at: what its card's neighbours know of it.
struct ListedReport {
  ReportTask task;
  GalleryCard card;
};

/// In the order of names in the gallery's language, the first of those loaded, then of ids.
std::vector<ListedReport> listed_reports(const BatchInputs& inputs,
                                         const std::vector<OrganisationIndex>& organisations);

}  // namespace mognad
