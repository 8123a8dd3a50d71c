// The scale at the foot of an index tile.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_index_strip(const IndexStripData& data, double width, const ChartStyle& style);
std::string describe_index_strip(const IndexStripData& data, const Words& words);

}  // namespace mognad
