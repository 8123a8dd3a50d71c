// Own values in rows on the common scale.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_category_dots(const CategoryDotsData& data, double width, const ChartStyle& style);
std::string describe_category_dots(const CategoryDotsData& data, const Words& words);

}  // namespace mognad
