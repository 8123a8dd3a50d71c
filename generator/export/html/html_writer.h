// A Report to one self-contained HTML page: the accessible twin of its PDF for the web. The same headings, tables,
// figures and sentences in the same order; charts as inline SVG with their descriptions; no script and nothing loaded
// from elsewhere. HTML Living Standard; WCAG 2.1 AA.
#pragma once

#include <string>

#include "base/result.h"
#include "charts/charts.h"
#include "report/report.h"
#include "text/font_set.h"

namespace mognad {

/// The page's bytes, UTF-8, the same for the same input. Characters that no font of the theme has are errors.
Result<std::string> write_html(const Report& report, const ChartStyle& style, const FontSet& fonts);

}  // namespace mognad
