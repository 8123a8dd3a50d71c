// The batch: a report for each organisation in each of its languages, on all cores. Reports are written as they are
// done; one that fails is reported and never stops the others.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "batch/manifest.h"
#include "batch/render_report.h"
#include "files/files.h"

namespace mognad {

struct BatchOptions {
  std::string output;  // folder
  unsigned jobs = 1;
  std::vector<OrganisationIndex> organisations;                     // whose reports are made, in their languages
  bool figures = false;                                             // each report's figures beside it, as files
  std::function<void(std::size_t done, std::size_t all)> progress;  // called from any thread, one at a time
  const std::atomic<bool>* stop = nullptr;                          // no new report begins when it becomes true
};

struct BatchResult {
  std::vector<ManifestEntry> entries;      // in the order of organisations, then of BatchInputs::languages
  std::vector<std::string> failed;         // codes
  std::vector<ManifestEntry> kept;         // whole files of an earlier run beside which this one has made a part
  std::vector<std::string> failed_before;  // and what that could not make and this one didn't try
  Problems problems;                       // in the same order
  bool stopped = false;
  bool disk_failed = false;  // the surroundings failed, not a report
};

BatchResult render_batch(const BatchInputs& inputs, const BatchOptions& options, Files& files);

}  // namespace mognad
