// Blocks to rows: one function for each kind of block.
#pragma once

#include "layout/text_block.h"

namespace mognad {

/// All blocks of a section or a column, as children of `parent`.
Rows block_rows(LayoutContext& context, const Blocks& blocks, double width, int parent);

}  // namespace mognad
