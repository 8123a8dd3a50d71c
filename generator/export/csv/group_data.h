// The numbers of a group's report as CSV: medians and quartiles of the group and of all, as everyone may read them.
#pragma once

#include <string>

#include "report/board_report.h"

namespace mognad {

/// Columns: kind (`group`, `all`), node, name, year, n, median, lower, upper, state.
std::string group_data_csv(const ReportInputs& inputs, const GroupKey& key, const Words& words);

}  // namespace mognad
