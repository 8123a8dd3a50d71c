// The chart of YearColumnsData: see chart_data.h.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_year_columns(const YearColumnsData& data, double width, const ChartStyle& style);
std::string describe_year_columns(const YearColumnsData& data, const Words& words);

}  // namespace mognad
