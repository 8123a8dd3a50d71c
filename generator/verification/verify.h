// Is a finished file as it was made? Its bytes against the manifest, its identity, and, when it is a PDF file, all
// rules of conformance. Pure functions on bytes; threads may call them at the same time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "verification/identity.h"

namespace mognad::verification {

/// All findings of one file; of what is no PDF file only those on its bytes. `path` is how the file is called.
Findings verify_file(std::string_view path, std::string bytes, const Expected& expected);

/// Every rule that a file is checked against, in the order in which they are checked.
std::vector<const Rule*> all_rules();

}  // namespace mognad::verification
