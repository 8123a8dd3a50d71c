// The chart of ShareBarsData: see chart_data.h.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_share_bars(const ShareBarsData& data, double width, const ChartStyle& style);
std::string describe_share_bars(const ShareBarsData& data, const Words& words);

}  // namespace mognad
