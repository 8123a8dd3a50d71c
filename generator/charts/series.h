// The chart of SeriesData (chart_data.h): a measure over the years as several editions published it, and as the survey
// itself found it. Lines join neighbouring points of one edition only, never across a break. The survey's own values
// are diamonds in the accent colour with their numbers, published ones rings named at their end, targets bars. The
// scale is the whole of 0 to 100. Made for one thread.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_series(const SeriesData& data, double width, const ChartStyle& style, std::vector<std::string>* dropped);

/// Each line with its first and last value, and the targets.
std::string describe_series(const SeriesData& data, const Words& words);

}  // namespace mognad
