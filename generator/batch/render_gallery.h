// The gallery of what a batch has made, beside the reports: a card and a page for each, with pictures of its pages,
// everything that someone should know before it is sent, and what is other than in the run before. Reports themselves
// are read from the manifest and never made here; one that is missing, failed or made of other content than there is
// now is shown as that. Written as it is done, so that only the cards of 10,000 reports are held at once.
#pragma once

#include <array>
#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "batch/render_report.h"
#include "batch/report_pictures.h"
#include "export/gallery/gallery_pages.h"
#include "files/files.h"
#include "report/gallery_warnings.h"

namespace mognad {

struct GalleryOptions {
  std::string output;  // folder, of the reports and of the gallery
  unsigned jobs = 1;
  std::vector<OrganisationIndex> organisations;  // whose reports are shown, in their languages
  PagesShown pages = PagesShown::first;
  bool part = false;  // what an earlier gallery shows of other organisations stays on the disk
  std::function<void(std::size_t done, std::size_t all)> progress;  // called from any thread, one at a time
  const std::atomic<bool>* stop = nullptr;                          // no new report begins when it becomes true
};

struct GalleryResult {
  std::size_t reports = 0;
  std::array<std::size_t, 4> standing{};  // by FileStanding
  std::size_t painted = 0;                // reports whose pictures are new; the others' were kept
  std::size_t warned = 0;                 // reports with warnings
  std::size_t changed = 0;                // since the run before
  Problems problems;
  bool stopped = false;
  bool disk_failed = false;

  std::size_t count(FileStanding s) const { return standing[static_cast<std::size_t>(s)]; }
};

/// Without any finished report there is nothing to show: an error that says so, and nothing is written. The gallery's
/// language is the first of those loaded.
GalleryResult render_gallery(const BatchInputs& inputs, const GallerySources& sources, const GalleryOptions& options,
                             Files& files);

}  // namespace mognad
