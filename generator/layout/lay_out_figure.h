// A figure alone, for slides and other documents: title and subtitle, the chart, the caption, as in a report and by the
// same code, in the full width of the text with a little room around it.
#pragma once

#include "charts/charts.h"
#include "report/report.h"

namespace mognad {

/// Text that doesn't fit and characters that no font has are errors, labels that the chart had to drop warnings.
/// `place` is named in them. The picture's tags lead to no document; exporters of single pictures pass them by.
Result<Picture> lay_out_figure(const Figure& figure, const ChartStyle& style, const std::string& place);

}  // namespace mognad
