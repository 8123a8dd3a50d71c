// Marks and what they mean, as rows: the legend on the method page, and the single marks that other charts' keys use.
#pragma once

#include "charts/charts.h"
#include "drawing/pen.h"

namespace mognad {

/// How medians look: a tick on a strip, a square in two dimensions, or both.
enum class KeyForm { both, plane };

void draw_key_mark(Pen& pen, const Theme& theme, Mark mark, Point centre, KeyForm form);

/// Rows of marks with their words, from the upper left corner; words that need two lines get them. Returns the height.
double draw_key_rows(Pen& pen, const ChartStyle& style, const MarkKeyData& data, Point at, double width, KeyForm form);

Picture draw_mark_key(const MarkKeyData& data, double width, const ChartStyle& style);
std::string describe_mark_key(const MarkKeyData& data, const Words& words);

}  // namespace mognad
