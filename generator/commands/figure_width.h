// The width that `mognad figures --width` takes: a column, two, a slide, or millimetres.
#pragma once

#include <string>

#include "base/result.h"
#include "batch/render_national_figure.h"

namespace mognad {

/// "one-column", "two-columns", "slide", or a number of millimetres with a point or a comma, "mm" behind it or not: the
/// width of the whole file, from 30 to 600, which alone is exact.
Result<AskedMeasure> read_figure_width(const std::string& typed);

/// What is wrong with it, in words; empty: nothing.
std::string wrong_width(const std::string& typed);

}  // namespace mognad
