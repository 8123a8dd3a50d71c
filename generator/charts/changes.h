// Changes since an earlier year around a common zero, with their uncertainty: filled where they are larger than chance
// explains, open where they are not, and the verdict in words beside them.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_changes(const ChangesData& data, double width, const ChartStyle& style);
std::string describe_changes(const ChangesData& data, const Words& words);

}  // namespace mognad
