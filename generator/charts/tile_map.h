// The chart of TileMapData (chart_data.h): a square for each place, about where it lies, darker the higher its class.
// The class is that of the printed number, so that a square never contradicts what stands in it. Squares are as large
// as pages.md says and scale down evenly in less width; the key stands in empty squares of the upper left corner if it
// has room there, else right of the map or below it. Made for one thread.
#pragma once

#include "charts/charts.h"

namespace mognad {

/// The least width in which a square holds its number, in points.
double least_tile_map_width(const TileMapData& data);

Picture draw_tile_map(const TileMapData& data, double width, const ChartStyle& style);

/// The highest and lowest place, and how many are withheld.
std::string describe_tile_map(const TileMapData& data, const Words& words);

}  // namespace mognad
