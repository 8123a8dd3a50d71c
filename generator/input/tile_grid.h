// The grid of a tile map: rows of letter codes as they stand on the page, and what each code is. Every code of the grid
// has a tile and every tile its one place in the grid; anything else is a problem with its place.
#pragma once

#include <vector>

#include "input/table_reader.h"
#include "report/figure_template.h"

namespace mognad {

/// Reads `grid` and `tiles` of a figure; the tiles come row by row, from the left.
std::vector<TileChoice> read_tile_grid(TableReader& figure, const std::vector<LanguageTag>& languages);

}  // namespace mognad
