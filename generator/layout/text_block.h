// Text set in a width: lines as rows or as one picture.
#pragma once

#include <optional>
#include <span>

#include "charts/charts.h"
#include "layout/row.h"
#include "layout/structure.h"
#include "report/report.h"
#include "text/line_breaker.h"

namespace mognad {

/// What layout works with: the style, the tree that grows, and where problems go.
struct LayoutContext {
  const ChartStyle& style;
  Structure& structure;
  Problems& problems;
  std::string document;                    // named in problems
  std::string left_out_label = {};         // before the labels that a figure had no room for
  std::vector<std::string> left_out = {};  // those labels, of all figures so far
};

/// The text in its styles, for breaking.
std::vector<StyledSpan> styled(const RichText& text, const Theme& theme, TextRole plain, TextRole strong);

/// A caption with the cross-reference behind it.
RichText caption_of(const std::string& caption, const std::optional<Reference>& see);

/// Broken lines moved into `picture`, below each other from (x, y); returns the height. A line wider than the measure
/// is a problem that names the text.
double put_lines(LayoutContext& context, Picture& picture, std::span<Line> lines, Point at, double leading,
                 double width);

/// The same with the lines as content of `element`; a link, a name or words in another language become a child of it.
double put_tagged_lines(LayoutContext& context, Picture& picture, std::span<Line> lines, Point at, double leading,
                        double width, int element, const RichText& text);

/// A text as content of `element` in a picture; returns its height.
double put_text(LayoutContext& context, Picture& picture, const RichText& text, TextRole plain, TextRole strong,
                Point at, double width, int element, LineOptions options = {});
double put_text(LayoutContext& context, Picture& picture, const std::string& text, TextRole role, Point at,
                double width, int element, LineOptions options = {});

/// A paragraph as rows that may be divided between pages, but never leave one line behind.
Rows paragraph_rows(LayoutContext& context, const RichText& text, TextRole plain, TextRole strong, double width,
                    int element, double indent = 0);

}  // namespace mognad
