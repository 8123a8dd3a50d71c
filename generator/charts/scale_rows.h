// The chart of ScaleRowsData: see chart_data.h.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_scale_rows(const ScaleRowsData& data, double width, const ChartStyle& style);
std::string describe_scale_rows(const ScaleRowsData& data, const Words& words);

}  // namespace mognad
