// The figures of a card as its reader sees them. Pure functions.
#pragma once

#include <string>

#include "language/words.h"
#include "report/gallery.h"

namespace mognad {

/// "49,5 %"; empty where the result is withheld or missing.
std::string result_text(const GalleryCard& card, const Words& words);

/// "+2,5", in percentage points; empty without an earlier year.
std::string change_text(const GalleryCard& card, const Words& words);

}  // namespace mognad
