// The chart of TypeMatrixData (chart_data.h): every organisation as a dot in the maturity matrix (from kDensityFrom on
// as shaded cells), each quadrant with its letter, name and share in its corner. The plot is a square of at most 282
// points and as wide as the figure where that is less. Words stand on paper above the dots, the median's square above
// both, and a group's diamond above all. Made for one thread.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_type_matrix(const TypeMatrixData& data, double width, const ChartStyle& style,
                         std::vector<std::string>* dropped);

/// The two axes and the median, with what stands in each quadrant or, of a group, with where it lies.
std::string describe_type_matrix(const TypeMatrixData& data, const Words& words);

}  // namespace mognad
