#include "export/xlsx/library_versions.h"

#include <xlsxwriter.h>

namespace mognad {

LibraryVersions versions_of_workbooks() { return {{"libxlsxwriter", lxw_version()}}; }

}  // namespace mognad
