// The chart of CorrelationData: see chart_data.h.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_correlation_grid(const CorrelationData& data, double width, const ChartStyle& style);
std::string describe_correlation_grid(const CorrelationData& data, const Words& words);

}  // namespace mognad
