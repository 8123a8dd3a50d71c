// How many answered in each unit, as far as it may be said.
#pragma once

#include <optional>
#include <vector>

#include "report/report_facts.h"

namespace mognad {

struct UnitCount {
  UnitIndex unit = 0;
  std::optional<int> respondents;  // nothing: withheld
};

/// Units in the order in which the survey names their types, those without a type last. Withheld are units under the
/// minimum, and then the smallest of the others until at least two are withheld and together hold the minimum, or the
/// last would follow from the sum. Empty with fewer than two units.
std::vector<UnitCount> unit_counts(const ReportFacts& facts);

}  // namespace mognad
