// The cover's field of peers.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_cover_field(const CoverFieldData& data, double width, const ChartStyle& style);
std::string describe_cover_field(const CoverFieldData& data, const Words& words);

}  // namespace mognad
