#include "language/library_versions.h"

#include <unicode/uversion.h>

#include <array>

namespace mognad {

LibraryVersions versions_of_languages() {
  UVersionInfo version;
  u_getVersion(version);
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  u_versionToString(version, text.data());
  return {{"ICU", text.data()}};
}

}  // namespace mognad
