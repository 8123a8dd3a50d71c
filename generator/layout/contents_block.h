// The contents: each section with its finding and, once all sections are laid out, the page where it begins. The whole
// entry can be clicked on.
#pragma once

#include "layout/text_block.h"

namespace mognad {

Rows contents_rows(LayoutContext& context, const Contents& contents, double width, int parent);

}  // namespace mognad
