// The maturity matrix: own place with its trail, others as quiet dots, the enlarged window.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_matrix(const MatrixData& data, double width, const ChartStyle& style, std::vector<std::string>* dropped);
std::string describe_matrix(const MatrixData& data, const Words& words);

}  // namespace mognad
