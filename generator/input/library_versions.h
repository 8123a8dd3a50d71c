// Which versions of the libraries that read what a user gives are at work, for `mognad --version`.
// Pure but for what the libraries themselves tell; threads may share it.
#pragma once

#include "base/library_version.h"

namespace mognad {

LibraryVersions versions_of_reading();

}  // namespace mognad
