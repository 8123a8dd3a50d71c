// Who measured: how many organisations of a type and how many people in them, and what share of those invited answered.
// Which organisations measured is known. Numbers of respondents stand in no other table of the nation by organisation,
// and each year's sum counts other people, so that last year's can't be subtracted from this year's; what a sum tells
// is held back where it rests on few organisations or is nearly that of one.
#pragma once

#include <span>

#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "statistics/results.h"

namespace mognad {

/// Of the measurements of one type in one year. The response rate is the sum of respondents over the sum of invited,
/// per cent, where invited is known.
Participation participation_of(const DisclosurePolicy& policy, std::span<const Measurement* const> measurements);

/// Whether the second largest of the parts, which knows its own, could tell the largest to within a tenth from their
/// sum. Source: the p% rule, Hundepool et al., "Statistical Disclosure Control" (2012), section 4.2.
bool tells_largest(std::span<const int> parts);

}  // namespace mognad
