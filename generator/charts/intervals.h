// Values with their 95 % intervals in rows on the common scale.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_intervals(const IntervalsData& data, double width, const ChartStyle& style);
std::string describe_intervals(const IntervalsData& data, const Words& words);

}  // namespace mognad
