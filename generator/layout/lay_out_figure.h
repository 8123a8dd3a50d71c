// A figure alone, for slides, pages of others and the web: title and subtitle, the chart, the caption, as in a report
// and by the same code, with a little room around it. In a width of its own, or scaled up to a slide.
#pragma once

#include "charts/charts.h"
#include "layout/pages.h"
#include "report/report.h"

namespace mognad {

/// Widths of text in points: a column of a page with two, and both of them, as in our reports.
inline constexpr double kOneColumn = 228;
inline constexpr double kTwoColumns = 468;

/// Around it on each side: half a line's width would be cut at the edge.
inline constexpr double kFigureRoom = 5.5;

/// 16 to 9, as slides are.
inline constexpr Size kSlide{960, 540};

struct FigureMeasure {
  double width = kTwoColumns;  // of its text and its chart, in points
  bool slide = false;          // instead: as large as a slide takes it, in the width that fills it best
};

/// The least width in points in which the figure can be read.
double least_width(const Figure& figure);

/// Text that doesn't fit and characters that no font has are errors, labels that the chart had to drop warnings.
/// `place` is named in them. The picture's tags lead to no document; exporters of single pictures pass them by.
Result<Picture> lay_out_figure(const Figure& figure, const ChartStyle& style, const std::string& place);

/// The same as a document of one page, which is as large as the figure.
Result<Pages> lay_out_figure_page(const Figure& figure, const ChartStyle& style, const std::string& place,
                                  const FigureMeasure& measure = {});

}  // namespace mognad
