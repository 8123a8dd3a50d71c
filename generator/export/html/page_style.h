// The style sheet of a page: the theme's colours and font, one column of at most 80 characters on screens of every
// width, and a page of A4 when it is printed. Contrasts are those of the theme, which its reader checks.
#pragma once

#include <set>
#include <string>

#include "drawing/theme.h"
#include "text/font_set.h"

namespace mognad {

/// CSS; `chart_widths` in points, each a class "w468" of charts that are never shown smaller than they were drawn.
std::string page_style(const Theme& theme, const FontSet& fonts, const std::set<int>& chart_widths);

}  // namespace mognad
