#include <algorithm>
#include <unordered_map>

#include "verification/rules.h"
#include "verification/table_grid.h"

namespace mognad::verification {
namespace {

constexpr Rule kTableList[]{
    {"UA1-7.2-80", "ISO 14289-1, 7.2; ISO 32000-1, 14.8.4.3.4", "All rows of a table are equally wide, spans included",
     "Fill the row with cells, or correct ColSpan and RowSpan."},
    {"UA1-7.2-81", "ISO 14289-1, 7.2; ISO 32000-1, 14.8.4.3.4",
     "No cell reaches below the last row of its table, and none is laid upon another", "Correct RowSpan and ColSpan."},
    {"UA1-7.2-82", "ISO 32000-1, table 349", "RowSpan and ColSpan are whole numbers from 1", "Correct the attribute."},
    {"UA1-7.5-1", "ISO 14289-1, 7.5; Matterhorn 15-003",
     "A TH has a Scope of Row, Column or Both, unless Headers and IDs organise the table", "Give the TH its Scope."},
    {"UA1-7.5-2", "ISO 14289-1, 7.5; ISO 32000-1, table 349", "Headers of a cell are IDs of header cells of its table",
     "Write the IDs of TH in the same table."},
    {"UA1-7.5-3", "ISO 14289-1, 7.5", "A table has header cells", "Tag the heads of columns or rows as TH."},
    {"UA1-7.5-4", "ISO 14289-1, 7.5; ISO 32000-1, 14.8.5.7; Matterhorn 15-005",
     "Every cell with content is under or beside a header cell, or names it in Headers",
     "Give the cell's row or column a TH with Scope, or the cell Headers."},
};

void tell_table(Findings& findings, std::string_view id, std::string where, std::string what) {
  report(findings, kTableRules, id, std::move(where), std::move(what));
}

class Table {
 public:
  Table(const ReadFile& file, int index, Findings& findings)
      : file_(file), index_(index), findings_(findings), grid_(read_table_grid(file.document, file.tree, index)) {}

  void check() {
    for (const TableCell& cell : grid_.cells) {
      has_heads_ |= cell.head;
      by_headers_ |= headers_of(cell) != nullptr;
      if (const String* id = file_.document.get(element(cell.element).dictionary, "ID").string())
        ids_.emplace(id->bytes, cell.head);
    }
    if (!grid_.rows.empty() && !has_heads_) complain("UA1-7.5-3", index_, "no TH");
    if (check_grid()) check_widths();
    check_heads();
    check_cells();
  }

 private:
  const TagElement& element(int index) const { return file_.tree.elements[static_cast<std::size_t>(index)]; }

  void complain(std::string_view id, int where, std::string what) {
    tell_table(findings_, id, at_element(file_.tree, where), std::move(what));
  }

  const Array* headers_of(const TableCell& cell) const {
    return file_.document.resolve(element(cell.element).attribute("Table", "Headers")).array();
  }

  /// False: the grid is too large to say more.
  bool check_grid() {
    for (const GridFault& fault : grid_.faults) switch (fault.kind) {
        case GridFault::Kind::span: complain("UA1-7.2-82", fault.element, "its span is no number from 1"); break;
        case GridFault::Kind::below_last_row:
          complain("UA1-7.2-81", fault.element, "it reaches below the last row");
          break;
        case GridFault::Kind::upon_another:
          complain("UA1-7.2-81", fault.element, "it is laid upon another cell");
          break;
        case GridFault::Kind::too_large:
          complain("UA1-7.2-80", fault.element, "it is too large to be read");
          return false;
      }
    return true;
  }

  void check_widths() {
    const auto& places = grid_.places;
    for (std::size_t row = 0; row < places.size(); ++row) {
      if (places[row].size() != places[0].size()) {
        complain("UA1-7.2-80", grid_.rows[row],
                 std::to_string(places[row].size()) + " columns, the first row " + std::to_string(places[0].size()));
        return;
      }
      if (std::find(places[row].begin(), places[row].end(), -1) != places[row].end()) {
        complain("UA1-7.2-80", grid_.rows[row], "a place in it belongs to no cell");
        return;
      }
    }
  }

  /// Judges header cells and notes which rows and columns they head.
  void check_heads() {
    headed_rows_.resize(grid_.rows.size(), false);
    for (const TableCell& cell : grid_.cells) {
      if (!cell.head) continue;
      const std::string_view scope = scope_of(file_.document, file_.tree, cell);
      const bool known = scope == "Row" || scope == "Column" || scope == "Both";
      if (!known && (!by_headers_ || !scope.empty()))
        complain("UA1-7.5-1", cell.element, scope.empty() ? "no Scope" : "Scope is \"" + std::string(scope) + "\"");
      if (known && scope != "Column")
        std::fill_n(headed_rows_.begin() + static_cast<std::ptrdiff_t>(cell.row), cell.height, true);
      if (!known || scope == "Row") continue;
      const auto end = static_cast<std::size_t>(cell.column + cell.width);
      if (headed_columns_.size() < end) headed_columns_.resize(end, false);
      std::fill_n(headed_columns_.begin() + cell.column, cell.width, true);
    }
  }

  bool is_headed(const TableCell& cell) const {
    const auto column = static_cast<std::size_t>(cell.column);
    return headed_rows_[cell.row] || (column < headed_columns_.size() && headed_columns_[column]);
  }

  void check_cells() {
    for (const TableCell& cell : grid_.cells) {
      if (const Array* headers = headers_of(cell)) check_headers(cell, *headers);
      else if (has_heads_ && !cell.head && !element(cell.element).kids.empty() && !is_headed(cell))
        complain("UA1-7.5-4", cell.element, "no header cell has it in its scope");
    }
  }

  void check_headers(const TableCell& cell, const Array& headers) {
    // Cells may share their Headers by reference, and no cell has so many.
    for (std::size_t i = 0; i < std::min<std::size_t>(headers.size(), 200); ++i) {
      const String* id = file_.document.resolve(headers[i]).string();
      const auto place = id ? ids_.find(id->bytes) : ids_.end();
      if (place == ids_.end() || !place->second)
        complain("UA1-7.5-2", cell.element, "\"" + (id ? text_of(*id) : std::string()) + "\" is no TH of its table");
    }
    if (headers.empty() && !cell.head) complain("UA1-7.5-2", cell.element, "Headers is empty");
  }

  const ReadFile& file_;
  int index_;
  Findings& findings_;
  TableGrid grid_;
  std::unordered_map<std::string_view, bool> ids_;  // of cells: is it a header cell
  std::vector<bool> headed_rows_;
  std::vector<bool> headed_columns_;
  bool has_heads_ = false;
  bool by_headers_ = false;
};

void check_table_rules(const ReadFile& file, Findings& findings) {
  for (std::size_t i = 0; i < file.tree.elements.size(); ++i)
    if (file.tree.elements[i].role == "Table") Table(file, static_cast<int>(i), findings).check();
}

}  // namespace

const RuleGroup kTableRules{"table", kTableList, check_table_rules};

}  // namespace mognad::verification
