// What `mognad --version` prints: the program, and below it a line for each library with the version that is at work,
// so that a report of a fault says what the machine had. Threads may share it.
#pragma once

#include <string>

#include "base/library_version.h"

namespace mognad {

/// All libraries of the program, by name.
LibraryVersions library_versions();

/// "mognad 1.0.0", a line for each library, and no line break behind the last.
std::string version_text();

}  // namespace mognad
