// The publication of a year: its figures in each language as files, the status report, the workbook and figures.json,
// on all cores. Files are written as they are done; a figure that fails is reported and never stops the others.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "batch/compare_publications.h"
#include "batch/compose_publication.h"
#include "batch/render_batch.h"

namespace mognad {

struct PublicationOptions {
  std::string output;  // folder
  unsigned jobs = 1;
  std::vector<std::string> only = {};  // names for choose_figures
  FormatSet formats = {};              // empty: all; with `only` those of figures
  std::optional<AskedMeasure> measure = std::nullopt;
  bool part = false;                             // what an earlier run has made beside it stays in the manifest
  std::vector<PublicationChanges> changes = {};  // against an earlier year, by the languages of the inputs, or none
  bool twins = false;                            // the status report as a page for the web too
  std::function<void(std::size_t done, std::size_t all)> progress = {};  // from any thread, one at a time
  const std::atomic<bool>* stop = nullptr;                               // no new file begins when it becomes true
};

/// Writes the files below the output folder, and a journal of them into its folder of figures. Failed ones are named
/// by their figure or document and language. figures.json tells of a whole publication: a run of a part leaves the one
/// that is there, and after a stop none is written.
BatchResult render_publication(const PublicationInputs& inputs, const Publication& publication,
                               const PublicationOptions& options, Files& files);

}  // namespace mognad
