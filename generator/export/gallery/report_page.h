// A report's page in the gallery: its figures and warnings, what it was made from, its pages and what is other in them
// than in the run before. Stands without a script; with one it follows the order of the list. A pure function.
#pragma once

#include <string>

#include "language/words.h"
#include "report/gallery.h"

namespace mognad {

/// For the folder gallery/. Neighbours are those of the same id in gallery.cards; none where it isn't among them.
std::string report_page(const Gallery& gallery, const GalleryReport& report, const Words& words);

}  // namespace mognad
