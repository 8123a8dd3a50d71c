// Small multiples of development over the years.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_trend(const TrendData& data, double width, const ChartStyle& style);
std::string describe_trend(const TrendData& data, const Words& words);

}  // namespace mognad
