// The two things that every chart can do: draw itself, and say the same in words.
#pragma once

#include <string>

#include "charts/chart_data.h"
#include "drawing/theme.h"
#include "language/words.h"
#include "text/shaper.h"

namespace mognad {

/// What charts draw with.
struct ChartStyle {
  const Theme& theme;
  Shaper& shaper;
};

/// Draws in the width given; the picture's size says how high it became. Labels that had no room are left out and added
/// to `dropped`, which may be null.
Picture draw(const ChartData& data, double width, const ChartStyle& style, std::vector<std::string>* dropped = nullptr);

/// The least width, in points, in which the chart's words and marks have room; in less `draw` gives a picture whose
/// labels stand on each other or are dropped. Depends on what is drawn: more measures need more cells.
double least_width(const ChartData& data);

/// One sentence or a few, at most 250 characters: what kind of chart, of what, the own value, the others, the
/// exception.
std::string describe(const ChartData& data, const Words& words);

}  // namespace mognad
