#include "verification/library_versions.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/xmlversion.h>

#include <cstdlib>

#include "verification/font_program.h"

namespace mognad {
namespace {

/// "20914" is 2.9.14; a build between two versions adds a word.
std::string libxml_version() {
  const long version = std::strtol(xmlParserVersion, nullptr, 10);
  return fmt::format("{}.{}.{}", version / 10000, version / 100 % 100, version % 100);
}

}  // namespace

LibraryVersions versions_of_verification() {
  return {{"libxml2", libxml_version()}, {"FreeType", verification::freetype_version()}};
}

}  // namespace mognad
