// What stands out in an organisation's results: its strongest category, what has changed, its weakest category.
#pragma once

#include <vector>

#include "report/report.h"
#include "report/report_facts.h"

namespace mognad {

/// Three things at most, each in a sentence or two, of those that the results have.
std::vector<RichText> findings(const ReportFacts& f);

}  // namespace mognad
