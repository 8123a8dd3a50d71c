// The pictures of a report's pages; where a page is other than in the run before, both side by side and the difference.
#pragma once

#include <string>

#include "language/words.h"
#include "report/gallery.h"

namespace mognad {

/// A section with a figure for each page; empty without pages. Addresses are from the folder gallery/.
std::string page_pictures(const GalleryReport& report, const Words& words);

}  // namespace mognad
