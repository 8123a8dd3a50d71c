// The others in the maturity matrix where they are so many that single dots would only hide each other: cells that are
// the darker, or have a dot that is the larger, the more others stand there. Both go by the square root of the count,
// so that a cell with a quarter of the most is half as dark or its dot half as wide.
#pragma once

#include <functional>

#include "charts/marks.h"

namespace mognad {

/// From kDensityFrom others on.
bool is_dense(const MatrixCells& cells);

/// A square for each cell that has others.
void draw_density(Pen& pen, const Theme& theme, const MatrixCells& cells, const Scale& x, const Scale& y);

/// The squares that are darker than the lightest: labels keep clear of them.
std::vector<Rect> dark_cells(const MatrixCells& cells, const Scale& x, const Scale& y);

/// A dot in the middle of each cell that has others; the largest nearly fills its cell. None whose box isn't `free`.
void draw_halftone(Pen& pen, const MatrixCells& cells, const Scale& x, const Scale& y, Colour colour,
                   const std::function<bool(const Rect& dot)>& free);

}  // namespace mognad
