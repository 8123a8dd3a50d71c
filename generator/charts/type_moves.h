// The chart of TypeMovesData (chart_data.h): a flow chart from the types of one year, left, to those of another, right.
// Bars and flows are as thick as their number of organisations. Those that stayed are pale, those that moved are dark,
// and both carry their number where it has room. Withheld flows are one short dotted line at each bar that they touch,
// with their symbol; of a bar that is withheld the known flows are filled and a frame of fixed height is open. Types
// keep their order. Made for one thread.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_type_moves(const TypeMovesData& data, double width, const ChartStyle& style,
                        std::vector<std::string>* dropped);

/// How many stayed and moved, and the largest move.
std::string describe_type_moves(const TypeMovesData& data, const Words& words);

}  // namespace mognad
