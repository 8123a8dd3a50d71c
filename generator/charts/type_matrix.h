// The chart of TypeMatrixData: see chart_data.h.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_type_matrix(const TypeMatrixData& data, double width, const ChartStyle& style);
std::string describe_type_matrix(const TypeMatrixData& data, const Words& words);

}  // namespace mognad
