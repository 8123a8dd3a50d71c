// The spider that users of maturity models know: one axis for each part, unfilled, in a fixed order. The same values
// stand beside it on a common scale, where they can be compared.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_spider(const SpiderData& data, double width, const ChartStyle& style);
std::string describe_spider(const SpiderData& data, const Words& words);

}  // namespace mognad
