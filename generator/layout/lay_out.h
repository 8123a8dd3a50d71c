// Layout: a report becomes pages, as pages.md of the design describes them: a cover, then sections that begin on new
// pages and flow. Headings stay with what follows, tables repeat their heads, figures stay with their captions, no
// single line is left behind.
#pragma once

#include "charts/charts.h"
#include "layout/pages.h"

namespace mognad {

/// Text that doesn't fit where it must, characters that no font has and labels that charts had to drop are problems:
/// the first two errors, the last warnings.
Result<Pages> lay_out(const Report& report, const ChartStyle& style);

}  // namespace mognad
