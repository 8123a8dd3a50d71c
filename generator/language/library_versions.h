// Which versions of ICU are at work, for `mognad --version`.
// Pure but for what the libraries themselves tell; threads may share it.
#pragma once

#include "base/library_version.h"

namespace mognad {

LibraryVersions versions_of_languages();

}  // namespace mognad
