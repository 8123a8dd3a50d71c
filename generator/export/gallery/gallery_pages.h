// The gallery as files for a browser: a first page, its data in pieces, a page for each report. No server and no
// network: data come as scripts, for a page opened from a disk may not fetch. Plain HTML and CSS; without a script the
// list of reports still stands there. Pure functions; any thread may call them.
#pragma once

#include <string>
#include <vector>

#include "language/words.h"
#include "report/gallery.h"

namespace mognad {

/// The looks and the scripts, as read from templates/gallery/.
struct GallerySources {
  std::string style;
  std::string marks;   // what a browser keeps
  std::string card;    // a card of the first page
  std::string list;    // the first page
  std::string report;  // the page of a report
};

struct GallerySource {
  const char* name;  // in templates/gallery/, and of the file in gallery/
  std::string GallerySources::* text;
};

inline constexpr GallerySource kGallerySources[] = {{"style.css", &GallerySources::style},
                                                    {"marks.js", &GallerySources::marks},
                                                    {"card.js", &GallerySources::card},
                                                    {"list.js", &GallerySources::list},
                                                    {"report.js", &GallerySources::report}};

struct GalleryFile {
  std::string path;  // below the folder of the first page
  std::string bytes;
};

/// index.html, the sources, and the cards in pieces of at most `piece` cards under gallery/data/.
std::vector<GalleryFile> gallery_pages(const Gallery& gallery, const GallerySources& sources, const Words& words,
                                       std::size_t piece = 500);

/// gallery/<id>.html of one report, from previous to next in the order of gallery.cards, which need only ids and names.
GalleryFile gallery_report_page(const Gallery& gallery, const GalleryReport& report, const Words& words);

}  // namespace mognad
