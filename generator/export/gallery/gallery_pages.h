// The gallery as files for a browser: a first page, its data in pieces, a page for each report. No server and no
// network: data come as scripts, for a page opened from a disk may not fetch. Plain HTML and CSS; without a script the
// list of reports still stands there. Pure functions; any thread may call them.
#pragma once

#include <string>
#include <vector>

#include "language/words.h"
#include "report/gallery.h"

namespace mognad {

/// The looks and the script, as read from templates/gallery/.
struct GallerySources {
  std::string style;
  std::string script;
};

struct GalleryFile {
  std::string path;  // below the folder of the first page
  std::string bytes;
};

/// index.html, its style and script, and the cards in pieces of at most `piece` cards under gallery/data/.
std::vector<GalleryFile> gallery_pages(const Gallery& gallery, const GallerySources& sources, const Words& words,
                                       std::size_t piece = 500);

/// gallery/<id>.html of one report.
GalleryFile gallery_report_page(const Gallery& gallery, const GalleryReport& report, const Words& words);

}  // namespace mognad
