// The batch: a report for each organisation in each of its languages, on all cores. Reports are written as they are
// done; one that fails is reported and never stops the others.
#pragma once

#include <array>
#include <atomic>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/earlier_run.h"
#include "batch/phase_times.h"
#include "batch/render_report.h"
#include "files/files.h"

namespace mognad {

/// Why a report is made.
enum class RenderReason {
  unchanged,  // it isn't: what stands there would come out the same
  asked,      // every one is to be made
  first,      // nothing is known of it
  changed,    // what it says, or what sets it, is another
  missing,    // its file, or one that belongs to it, is gone
  damaged     // its file isn't as it was written
};
inline constexpr std::array<std::string_view, 6> kRenderReasonNames{"unchanged", "asked",   "first",
                                                                    "changed",   "missing", "damaged"};

/// A report that is to be made, or not.
struct PlannedReport {
  std::string file;
  std::string organisation;  // code
  std::string language;
  RenderReason reason = RenderReason::asked;
};

/// One that has been made, or looked at and left.
struct DoneReport {
  PlannedReport report;
  bool failed = false;
  int pages = 0;
  std::size_t bytes = 0;  // with what belongs to it
  PhaseTimes times;       // of its thread
};

struct BatchOptions {
  enum class Doing { render, plan };  // plan: nothing is written, the result says what would be made

  std::string output;  // folder
  unsigned jobs = 1;
  std::vector<OrganisationIndex> organisations;  // whose reports are made, in their languages
  bool figures = false;                          // each report's figures beside it, as files
  Doing doing = Doing::render;
  const EarlierRun* earlier =
      nullptr;         // of the same folder: what needn't be made again is taken over; null: all is made
  Shard shard;         // whose organisations they are: it has a journal of its own
  bool again = false;  // every report is made, whatever the earlier run tells of it
  bool part = false;   // other files of the earlier run stay in the manifest
  std::function<void(std::size_t done, std::size_t all)> progress;  // called from any thread, one at a time
  bool profile = false;                                             // times are measured
  std::function<void(const DoneReport& report)> report_done;        // as progress; null: nobody asks
  const std::atomic<bool>* stop = nullptr;                          // no new report begins when it becomes true
};

struct BatchResult {
  std::vector<PlannedReport> plan;         // of every report of this run that was looked at
  std::vector<ManifestEntry> entries;      // in the order of organisations, then of BatchInputs::languages
  std::vector<std::string> failed;         // codes
  std::vector<ManifestEntry> kept;         // whole files of an earlier run that stay; see earlier_files.h
  std::vector<std::string> failed_before;  // and what that could not make and this one didn't try
  Problems problems;                       // in the same order
  PhaseTimes times;                        // of all threads together, where they were measured
  bool stopped = false;
  bool disk_failed = false;  // the surroundings failed, not a report
};

BatchResult render_batch(const BatchInputs& inputs, const BatchOptions& options, Files& files);

}  // namespace mognad
