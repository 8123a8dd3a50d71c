// The gallery's first page: the controls, an empty list that the script fills, and a plain list of links for a browser
// without one. A pure function.
#pragma once

#include <span>
#include <string>

#include "language/words.h"
#include "report/gallery.h"

namespace mognad {

/// `scripts`: addresses of all of them in their order, the data last.
std::string first_page(const Gallery& gallery, std::span<const std::string> scripts, const Words& words);

}  // namespace mognad
