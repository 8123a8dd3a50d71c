// The chart of TypeMovesData: see chart_data.h.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_type_moves(const TypeMovesData& data, double width, const ChartStyle& style);
std::string describe_type_moves(const TypeMovesData& data, const Words& words);

}  // namespace mognad
