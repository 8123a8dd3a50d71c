// A table to write in by hand: high rows with an area each, then empty ones as far as the page reaches.
#pragma once

#include "layout/text_block.h"

namespace mognad {

Rows plan_rows(LayoutContext& context, const Plan& plan, double width, int parent);

}  // namespace mognad
