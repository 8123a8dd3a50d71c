// The marks that all charts share: one mark, one meaning. The own organisation is a diamond in the accent colour,
// others are grey or ink, and every index lies on 0 to 100.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "charts/charts.h"
#include "drawing/pen.h"

namespace mognad {

/// A straight axis from 0 at `zero` to 100 at `hundred`; either may be the larger.
struct Scale {
  double zero = 0;
  double hundred = 100;
  double operator()(double value) const { return zero + (hundred - zero) * value / 100; }
};

/// Own, latest: filled, with a white ring, always drawn last.
void draw_own(Pen& pen, const Theme& theme, Point centre, double radius);
/// Own, earlier: open.
void draw_own_earlier(Pen& pen, const Theme& theme, Point centre, double radius);
void draw_median_tick(Pen& pen, const Theme& theme, double x, double top, double bottom);
void draw_median_square(Pen& pen, const Theme& theme, Point centre, double side);
/// The middle half: a band with its ends marked.
void draw_band(Pen& pen, const Theme& theme, const Rect& rect);
/// A published figure of the country: a ring. A target: a bar across its year.
void draw_benchmark(Pen& pen, const Theme& theme, Point centre);
void draw_target(Pen& pen, const Theme& theme, Point centre);
/// Many dots as one path of round-capped points.
void draw_dots(Pen& pen, const std::vector<Point>& centres, double diameter, Colour colour);

Stroke line(Colour colour, double width);

/// The common scale behind rows: lines at 0, 25 … 100 with their numbers below.
void draw_scale(Pen& pen, const ChartStyle& style, const Scale& x, double top, double bottom);

enum class Align { left, centre, right };

/// Text in a role with its baseline at `at`; the box that its letters fill.
Rect draw_text(Pen& pen, const ChartStyle& style, std::string_view text, TextRole role, Point at,
               Align align = Align::left);
/// The same on a box of paper, which keeps lines and dots clear of the letters.
Rect draw_text_on_paper(Pen& pen, const ChartStyle& style, std::string_view text, TextRole role, Point at,
                        Align align = Align::left);
/// The box without drawing.
Rect text_box(const ChartStyle& style, std::string_view text, TextRole role, Point at, Align align = Align::left);

/// Text broken at the width, centred on `middle`; its lines are `leading` apart.
void draw_lines(Pen& pen, const ChartStyle& style, const std::string& text, TextRole role, double width,
                Point left_middle, double leading);

/// Ink or paper, whichever is clearer on the ground.
Colour text_on(const Theme& theme, Colour ground);

/// Text in a colour of its own.
Rect draw_text_on(Pen& pen, const ChartStyle& style, std::string_view text, TextRole role, Point at, Align align,
                  Colour ground);

/// Where the dots of one cell stand: scattered inside the cell in a way that is fixed and differs from cell to cell, so
/// that rounded places neither hide each other nor look like a grid. `origin` is the cell's lower left corner, sides to
/// the right and upwards.
void add_cell_dots(std::vector<Point>& dots, int count, int row, int column, Point origin, double side,
                   double diameter);

/// The dots of all cells, in a square plot: one for each of the others.
std::vector<Point> cell_dots(const MatrixCells& cells, const Scale& x, const Scale& y, double diameter);

}  // namespace mognad
