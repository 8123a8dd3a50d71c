// The chart of ScaleRowsData (chart_data.h): a row for each group, part or kind on the scale of 0 to 100, with its
// middle half as a band, its median as a tick and, where they are known, its mean as a dot and its organisations as a
// strip of dots below. From kWideRows on names and notes stand left of the scale; in less they stand above it, and the
// scale has the width for itself. Thirty-one rows with names of one line are as high as a page at most. Made for one
// thread.
#pragma once

#include "charts/charts.h"

namespace mognad {

/// Points. Narrower charts write names above their rows.
inline constexpr double kWideRows = 340;

Picture draw_scale_rows(const ScaleRowsData& data, double width, const ChartStyle& style);

/// What the rows are, which is highest and which lowest by its printed value, and how many are withheld.
std::string describe_scale_rows(const ScaleRowsData& data, const Words& words);

}  // namespace mognad
