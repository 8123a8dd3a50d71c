#include "delivery/library_versions.h"

#include <curl/curl.h>
#include <fmt/format.h>
#include <gmime/gmime.h>

namespace mognad {

LibraryVersions versions_of_delivery() {
  return {{"libcurl", curl_version_info(CURLVERSION_NOW)->version},
          {"GMime", fmt::format("{}.{}.{}", gmime_major_version, gmime_minor_version, gmime_micro_version)}};
}

}  // namespace mognad
