// The chart of ShareBarsData (chart_data.h): a bar from zero for each part of a whole, the finding's in the accent
// colour, and the share of the year before as a tick. The longest bar and its words fill the width. Made for one
// thread.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_share_bars(const ShareBarsData& data, double width, const ChartStyle& style);

/// Every bar with its share, and its number in brackets.
std::string describe_share_bars(const ShareBarsData& data, const Words& words);

}  // namespace mognad
