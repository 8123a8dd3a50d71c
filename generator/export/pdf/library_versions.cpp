#include "export/pdf/library_versions.h"

#include <fmt/format.h>
#include <hpdf.h>
#include <lcms2.h>
#include <libdeflate.h>
#include <qpdf/qpdf-c.h>

namespace mognad {
namespace {

/// 2140 is 2.14.
std::string lcms_version() {
  const int version = cmsGetEncodedCMMversion();
  return version % 10 == 0 ? fmt::format("{}.{}", version / 1000, version / 10 % 100)
                           : fmt::format("{}.{}.{}", version / 1000, version / 10 % 100, version % 10);
}

}  // namespace

LibraryVersions versions_of_pdf() {
  return {{"libharu", HPDF_GetVersion()},
          {"Little CMS", lcms_version()},
          {"qpdf", qpdf_get_qpdf_version()},
          {"libdeflate", LIBDEFLATE_VERSION_STRING}};  // of the header: the library doesn't tell
}

}  // namespace mognad
