// The development over the years: own and the peers' median, published figures and targets.
#pragma once

#include "report/report_facts.h"

namespace mognad {

/// Panels for the total and the dimensions that have values.
Figure trend_figure(const ReportFacts& facts);

}  // namespace mognad
