// The chart of CorrelationData (chart_data.h): a cell for each pair of measures below the diagonal, with its number and
// darker the further it is from zero. Names stand on the diagonal: to the left of a name lie the pairs with those
// before it, below it the pairs with those after it. The class is that of the printed number, two decimals. Made for
// one thread.
#pragma once

#include "charts/charts.h"

namespace mognad {

/// The least width in which a cell holds its number, in points.
double least_correlation_width(const CorrelationData& data);

Picture draw_correlation_grid(const CorrelationData& data, double width, const ChartStyle& style);

/// The strongest and the weakest pair, and how many are withheld.
std::string describe_correlation_grid(const CorrelationData& data, const Words& words);

}  // namespace mognad
