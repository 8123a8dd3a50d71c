// Own value and peers' median of each part, joined by a line: the distance is what is read.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_dumbbells(const DumbbellsData& data, double width, const ChartStyle& style);
std::string describe_dumbbells(const DumbbellsData& data, const Words& words);

}  // namespace mognad
