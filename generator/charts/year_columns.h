// The chart of YearColumnsData (chart_data.h): small multiples of columns from zero, a panel for each measure with a
// scale of its own, so that heights are compared inside a panel only. The last year is in the accent colour. Made for
// one thread.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_year_columns(const YearColumnsData& data, double width, const ChartStyle& style);

/// Each measure in its first and last year.
std::string describe_year_columns(const YearColumnsData& data, const Words& words);

}  // namespace mognad
