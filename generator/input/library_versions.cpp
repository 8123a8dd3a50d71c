#include "input/library_versions.h"

#include <expat.h>
#include <fmt/format.h>
#include <librsvg/rsvg.h>
#include <png.h>
#include <sqlite3.h>
#include <toml++/impl/version.h>
#include <zip.h>

#include <nlohmann/detail/abi_macros.hpp>
#include <string_view>

namespace mognad {
namespace {

std::string expat_version() {
  const std::string_view told = XML_ExpatVersion();
  return std::string(told.substr(told.find_first_of("0123456789")));
}

std::string dotted(int major, int minor, int patch) { return fmt::format("{}.{}.{}", major, minor, patch); }

}  // namespace

LibraryVersions versions_of_reading() {
  return {
      {"Expat", expat_version()},
      {"libpng", png_get_libpng_ver(nullptr)},
      {"librsvg", dotted(rsvg_major_version, rsvg_minor_version, rsvg_micro_version)},
      {"libzip", zip_libzip_version()},
      {"SQLite", sqlite3_libversion()},
      // Headers alone: what the program was built with.
      {"toml++", dotted(TOML_LIB_MAJOR, TOML_LIB_MINOR, TOML_LIB_PATCH)},
      {"nlohmann-json", dotted(NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH)}};
}

}  // namespace mognad
