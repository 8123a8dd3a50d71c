#include "charts/density.h"

#include <algorithm>
#include <cmath>

namespace mognad {
namespace {

/// Four of the ramp's colours: the lightest is too near the paper, and on the darkest no mark is seen.
constexpr int kShades = 4;

/// Widths of dots that the eye tells apart.
constexpr int kWidths = 8;

/// Cells with others by class: the same part of the way to the most, by the square root.
std::vector<std::vector<Rect>> by_class(const MatrixCells& cells, const Scale& x, const Scale& y, int classes) {
  int most = 1;
  for (const std::vector<int>& row : cells.counts)
    for (const int count : row) most = std::max(most, count);
  std::vector<std::vector<Rect>> boxes(static_cast<std::size_t>(classes));
  const double side = std::fabs(x.hundred - x.zero) * cells.step / 100;
  for (std::size_t row = 0; row < cells.counts.size(); ++row)
    for (std::size_t column = 0; column < cells.counts[row].size(); ++column) {
      const int count = cells.counts[row][column];
      if (count == 0) continue;
      const int wanted = static_cast<int>(classes * std::sqrt(static_cast<double>(count) / most));
      const double top = y(std::min(100.0, static_cast<double>(row + 1) * cells.step));
      boxes[static_cast<std::size_t>(std::min(classes - 1, wanted))].push_back(
          {x(static_cast<double>(column) * cells.step), top, side, side});
    }
  return boxes;
}

}  // namespace

bool is_dense(const MatrixCells& cells) {
  int all = 0;
  for (const std::vector<int>& row : cells.counts)
    for (const int count : row) all += count;
  return all >= kDensityFrom;
}

void draw_density(Pen& pen, const Theme& theme, const MatrixCells& cells, const Scale& x, const Scale& y) {
  const auto shades = by_class(cells, x, y, kShades);
  for (std::size_t shade = 0; shade < shades.size(); ++shade) {
    for (const Rect& cell : shades[shade]) pen.rectangle(cell);
    if (!shades[shade].empty()) pen.fill(theme.ramps.heat[shade + 1]);
  }
}

std::vector<Rect> dark_cells(const MatrixCells& cells, const Scale& x, const Scale& y) {
  std::vector<Rect> dark;
  const auto shades = by_class(cells, x, y, kShades);
  for (std::size_t shade = 1; shade < shades.size(); ++shade)
    dark.insert(dark.end(), shades[shade].begin(), shades[shade].end());
  return dark;
}

void draw_halftone(Pen& pen, const MatrixCells& cells, const Scale& x, const Scale& y, Colour colour,
                   const std::function<bool(const Rect& dot)>& free) {
  const auto classes = by_class(cells, x, y, kWidths);
  for (std::size_t width = 0; width < classes.size(); ++width) {
    std::vector<Point> centres;
    double diameter = 0;
    for (const Rect& cell : classes[width]) {
      diameter = 0.9 * cell.width * static_cast<double>(width + 1) / kWidths;
      const Point centre{cell.x + cell.width / 2, cell.y + cell.height / 2};
      if (free({centre.x - diameter / 2, centre.y - diameter / 2, diameter, diameter})) centres.push_back(centre);
    }
    draw_dots(pen, centres, diameter, colour);
  }
}

}  // namespace mognad
