// The blocks of a section as markup, one function for each kind. What stands side by side on paper follows each other
// on a small screen.
#pragma once

#include "export/html/page_builder.h"

namespace mognad {

/// `width` is that of the blocks on paper, in points: charts are drawn for it.
void put_blocks(PageBuilder& page, const Blocks& blocks, double width);

}  // namespace mognad
