// Tiles: three in a row, each a third of the width.
#pragma once

#include "layout/text_block.h"

namespace mognad {

Rows tile_rows(LayoutContext& context, const Tiles& tiles, double width, int parent);

}  // namespace mognad
