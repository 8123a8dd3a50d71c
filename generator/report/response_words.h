// How many answered, as it may be said: beside the measurement in a report and in what a gallery tells of one. Pure
// functions.
#pragma once

#include <string>

#include "report/report_facts.h"

namespace mognad {

/// Fewer than the minimum is said as such, never as a number.
std::string respondents_words(const ReportFacts& facts, int respondents);

/// "45 %", or that it is unknown. For measurements with at least the minimum of respondents.
std::string rate_words(const ReportFacts& facts, const Measurement& measurement);

}  // namespace mognad
