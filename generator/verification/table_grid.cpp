#include "verification/table_grid.h"

namespace mognad::verification {
namespace {

// A table that is wider was made to exhaust memory.
constexpr int kWidestSpan = 1'000;
constexpr int kWidest = 10'000;
constexpr std::size_t kMostPlaces = 4'000'000;

class GridReader {
 public:
  GridReader(const Document& document, const TagTree& tree) : document_(document), tree_(tree) {}

  TableGrid read(int table) {
    collect_rows(element(table), 0);
    grid_.places.resize(grid_.rows.size());
    for (std::size_t row = 0; row < grid_.rows.size(); ++row)
      if (!place_row(row)) {
        grid_.faults.push_back({GridFault::Kind::too_large, table});
        break;
      }
    return std::move(grid_);
  }

 private:
  const TagElement& element(int index) const { return tree_.elements[static_cast<std::size_t>(index)]; }

  void collect_rows(const TagElement& around, int depth) {
    for (const TagKid& kid : around.kids) {
      if (kid.kind != TagKid::Kind::element) continue;
      const std::string& role = element(kid.element).role;
      if (role == "TR") grid_.rows.push_back(kid.element);
      else if (depth == 0 && (role == "THead" || role == "TBody" || role == "TFoot"))
        collect_rows(element(kid.element), 1);
    }
  }

  int span_of(int cell, std::string_view key) {
    const Value& value = document_.resolve(element(cell).attribute("Table", key));
    if (value.is_null()) return 1;
    const long long span = value.integer_or(0);
    if (span >= 1 && span <= kWidestSpan) return static_cast<int>(span);
    grid_.faults.push_back({GridFault::Kind::span, cell});
    return 1;
  }

  bool taken(std::size_t row, int column) const {
    const std::vector<int>& places = grid_.places[row];
    return static_cast<std::size_t>(column) < places.size() && places[static_cast<std::size_t>(column)] >= 0;
  }

  /// Each cell stands at the first free place of its row. False: the table is too large.
  bool place_row(std::size_t row) {
    int column = 0;
    for (const TagKid& kid : element(grid_.rows[row]).kids) {
      if (kid.kind != TagKid::Kind::element) continue;
      const std::string& role = element(kid.element).role;
      if (role != "TH" && role != "TD") continue;
      while (taken(row, column)) ++column;
      TableCell cell{
          kid.element, role == "TH", row, column, span_of(kid.element, "ColSpan"), span_of(kid.element, "RowSpan")};
      if (row + static_cast<std::size_t>(cell.height) > grid_.rows.size()) {
        grid_.faults.push_back({GridFault::Kind::below_last_row, kid.element});
        cell.height = static_cast<int>(grid_.rows.size() - row);
      }
      count_ += static_cast<std::size_t>(cell.width) * static_cast<std::size_t>(cell.height);
      if (count_ > kMostPlaces || column + cell.width > kWidest) return false;
      lay(cell);
      column += cell.width;
    }
    return true;
  }

  void lay(const TableCell& cell) {
    bool upon_another = false;
    const auto end = static_cast<std::size_t>(cell.column + cell.width);
    for (std::size_t row = cell.row; row < cell.row + static_cast<std::size_t>(cell.height); ++row) {
      std::vector<int>& places = grid_.places[row];
      if (places.size() < end) places.resize(end, -1);
      for (auto column = static_cast<std::size_t>(cell.column); column < end; ++column) {
        upon_another |= places[column] >= 0;
        places[column] = static_cast<int>(grid_.cells.size());
      }
    }
    if (upon_another) grid_.faults.push_back({GridFault::Kind::upon_another, cell.element});
    grid_.cells.push_back(cell);
  }

  const Document& document_;
  const TagTree& tree_;
  TableGrid grid_;
  std::size_t count_ = 0;
};

}  // namespace

TableGrid read_table_grid(const Document& document, const TagTree& tree, int table) {
  return GridReader(document, tree).read(table);
}

std::string_view scope_of(const Document& document, const TagTree& tree, const TableCell& cell) {
  return document.resolve(tree.elements[static_cast<std::size_t>(cell.element)].attribute("Table", "Scope")).name();
}

}  // namespace mognad::verification
