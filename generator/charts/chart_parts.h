// What charts of an organisation and of the nation share: the axes, types and cells of the maturity matrix, and the
// targets of a development. Values that may be shown and words that report/ has chosen, as in chart_data.h.
#pragma once

#include <string>
#include <vector>

namespace mognad {

/// Others in cells of `step` by `step` points; empty: not shown.
struct MatrixCells {
  std::vector<std::vector<int>> counts;  // [row of y][column of x]
  double step = 2;
};

/// From so many others on single dots only hide each other: cells are shaded instead.
inline constexpr int kDensityFrom = 1000;

struct MatrixQuadrant {
  std::string id;
  std::string name;
  std::string count;
};

struct MatrixAxisWords {
  std::string name;
  std::string low;
  std::string high;
  double cut = 50;
};

struct TrendTarget {
  int year = 0;
  double value = 0;
  std::string label;  // "mål 2027: 55"; empty: drawn without words
};

}  // namespace mognad
