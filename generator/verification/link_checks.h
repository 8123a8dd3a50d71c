// Links of the group of annotations: where they lead, and what a Link element holds.
#pragma once

#include <string>

#include "verification/conformance.h"
#include "verification/destinations.h"

namespace mognad::verification {

/// `link` is a link annotation, which stands there.
void check_link_target(const Document& document, const Destinations& destinations, const Dictionary& link,
                       const std::string& where, Findings& findings);
void check_link_elements(const ReadFile& file, Findings& findings);

}  // namespace mognad::verification
