// The chart of TileMapData: see chart_data.h.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_tile_map(const TileMapData& data, double width, const ChartStyle& style);
std::string describe_tile_map(const TileMapData& data, const Words& words);

}  // namespace mognad
