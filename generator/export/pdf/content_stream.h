// The content of a page: the display list as PDF operators (ISO 32000-1, 8 and 9), with marked content for the
// structure tree.
#pragma once

#include <string>
#include <vector>

#include "base/problem.h"
#include "drawing/picture.h"
#include "export/pdf/pdf_font.h"
#include "layout/pages.h"

namespace mognad::pdf {

struct PageContent {
  std::string operators;
  std::vector<int> marked;  // the element that each marked-content id belongs to
  std::vector<const Link*> links;
};

/// Content outside every tag, a tag inside a tag, and glyphs that the fonts' repertoire lacks are problems.
PageContent write_content(const Picture& page, const std::vector<Element>& elements, const std::vector<PdfFont>& fonts,
                          Problems& problems);

/// The structure type's name: "TH".
const char* role_name(Role role);

}  // namespace mognad::pdf
