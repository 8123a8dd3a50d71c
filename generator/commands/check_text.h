// The summary of a check as text for a terminal, at most thirty lines.
#pragma once

#include <string>

#include "commands/check_summary.h"

namespace mognad {

/// Ends with a line break.
std::string check_text(const CheckSummary& summary);

/// Share of a year's cells, "3.1 %"; "-" without cells.
std::string share_text(std::size_t part, const YearSummary& year);

/// "kommun 290 of 290, region 20 of 21"
std::string types_text(const DataSummary& data);

/// "30 statements, 12 units, 14 initiatives, 300 recipients"; what there is none of is left out, but for statements.
std::string amounts_text(const DataSummary& data);

}  // namespace mognad
