// Characters that no font of the theme has: a document that lacks one is not written.
#pragma once

#include <string>

#include "base/problem.h"
#include "text/shaper.h"

namespace mognad {

/// An error for each that the shaper has met since it was asked last; `place` is the document's name.
void report_missing_characters(Shaper& shaper, const std::string& place, Problems& problems);

}  // namespace mognad
