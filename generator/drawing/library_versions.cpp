#include "drawing/library_versions.h"

#include <cairo.h>

namespace mognad {

LibraryVersions versions_of_drawing() { return {{"Cairo", cairo_version_string()}}; }

}  // namespace mognad
