// The numbers of one report as CSV: every value of its charts and tables, rounded as on the page. What the page
// withholds is withheld here: the state says why a number is missing.
#pragma once

#include <string>

#include "report/board_report.h"

namespace mognad {

/// Columns: kind, group, node, name, year, n, value, lower, upper, state. Kinds: own, change, peers, peers_in_step
/// (others from `lower` to under `upper`), places (others in a cell of the matrix; `value` is the lower end on the y
/// axis).
std::string report_data_csv(const ReportInputs& inputs, OrganisationIndex organisation, const Words& words);

}  // namespace mognad
