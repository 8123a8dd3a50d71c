// Values of units by node as a table of coloured cells; the number stands in every cell.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_heat_map(const HeatMapData& data, double width, const ChartStyle& style);
std::string describe_heat_map(const HeatMapData& data, const Words& words);

}  // namespace mognad
