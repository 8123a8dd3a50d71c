// A library that the program was built with, and which version of it is at work. Each folder tells of the libraries
// that only it may include (its library_versions.h); `mognad --version` joins them.
#pragma once

#include <string>
#include <vector>

namespace mognad {

struct LibraryVersion {
  std::string name;     // as its makers write it
  std::string version;  // of the library that runs where it tells, else of its headers when the program was built
};

using LibraryVersions = std::vector<LibraryVersion>;

}  // namespace mognad
