// The chart of SeriesData: see chart_data.h.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_series(const SeriesData& data, double width, const ChartStyle& style);
std::string describe_series(const SeriesData& data, const Words& words);

}  // namespace mognad
