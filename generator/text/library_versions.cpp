#include "text/library_versions.h"

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <hb.h>
#include <pango/pango.h>

namespace mognad {
namespace {

/// 21401 is 2.14.1.
std::string fontconfig_version() {
  const int version = FcGetVersion();
  return fmt::format("{}.{}.{}", version / 10000, version / 100 % 100, version % 100);
}

}  // namespace

LibraryVersions versions_of_setting() {
  return {{"Pango", pango_version_string()},
          {"HarfBuzz", hb_version_string()},
          {"Fontconfig", fontconfig_version()},
          {"GLib", fmt::format("{}.{}.{}", glib_major_version, glib_minor_version, glib_micro_version)},
          {"libhyphen", MOGNAD_HYPHEN_VERSION}};  // tells nothing, not even in its header
}

}  // namespace mognad
