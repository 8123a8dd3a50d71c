// One report as a gallery tells of it: its facts, its warnings and where its file stands, put together from the data as
// they are now and from what the manifest says of the file.
#pragma once

#include "batch/earlier_run.h"
#include "batch/language_tools.h"
#include "report/gallery.h"
#include "report/gallery_warnings.h"

namespace mognad {

/// A report's file in the output folder, and what it would be made of now.
struct StandingReport {
  FileStanding standing = FileStanding::missing;
  const ManifestEntry* file = nullptr;  // null: there is none
  bool has_twin = false;
  ComposedReport composed;
};

/// Composes the report and looks for its file. A file that was made with the other setting of BatchInputs::compact says
/// the same and is current.
StandingReport standing_report(const BatchInputs& inputs, OrganisationIndex organisation, const Words& words,
                               const EarlierRun& earlier, const std::string& output, const Files& files);

/// "1490-boras-stad.sv"
std::string gallery_id(const Organisation& organisation, const LanguageTag& language);

/// The card without pictures and warnings, and what the report was made from. `words`: of the gallery.
GalleryReport gallery_report(const ReportFacts& facts, const StandingReport& report);

}  // namespace mognad
