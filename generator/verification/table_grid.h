// A table of the structure tree laid out on its grid (ISO 32000-1, 14.8.4.3.4 and table 349): which cell lies at which
// row and column, spans included, and what is wrong with the grid.
#pragma once

#include <vector>

#include "verification/tag_tree.h"

namespace mognad::verification {

struct TableCell {
  int element = -1;
  bool head = false;  // TH
  std::size_t row = 0;
  int column = 0;
  int width = 1;
  int height = 1;
};

struct GridFault {
  enum class Kind { span, below_last_row, upon_another, too_large };
  Kind kind = Kind::span;
  int element = -1;
};

struct TableGrid {
  std::vector<int> rows;  // TR elements, those of the head, the bodies and the foot too
  std::vector<TableCell> cells;
  std::vector<std::vector<int>> places;  // by row and column an index into cells; −1: nothing
  std::vector<GridFault> faults;         // after too_large nothing more was read
};

TableGrid read_table_grid(const Document& document, const TagTree& tree, int table);

/// Row, Column or Both; empty or something else when the cell has no valid Scope.
std::string_view scope_of(const Document& document, const TagTree& tree, const TableCell& cell);

}  // namespace mognad::verification
