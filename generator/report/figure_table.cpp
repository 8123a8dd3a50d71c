#include "report/figure_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mognad {
namespace {

constexpr std::size_t kMostColumns = 9;  // beside the names, that the width of a page holds

bool is_symbol(const Datum& cell) {
  const auto* measured = std::get_if<Measured>(&cell);
  return measured && !measured->known();
}

/// A year is a name and has no space between its thousands.
std::string number_text(DataColumn::Kind kind, const Measured& value, const Words& words) {
  if (!value) return std::string(symbol_of(value.reason()));
  if (kind == DataColumn::Kind::year) return std::to_string(std::lround(value.number()));
  if (kind == DataColumn::Kind::difference) return words.signed_number(value, decimals_of(kind));
  return words.number(value, decimals_of(kind));
}

bool is_wide(const FigureData& data) { return data.columns.size() > kMostColumns && data.rows.size() <= kMostColumns; }

bool has_symbols(const FigureData& data) {
  return std::any_of(data.rows.begin(), data.rows.end(),
                     [](const DataRow& row) { return std::any_of(row.cells.begin(), row.cells.end(), is_symbol); });
}

/// A row for each row of the data.
Table upright(const FigureData& data, const Words& words) {
  Table table;
  table.columns.push_back({data.row_head, TableColumn::Align::left});
  for (const DataColumn& column : data.columns) {
    const bool text = column.kind == DataColumn::Kind::text;
    table.columns.push_back({column.head, text ? TableColumn::Align::left : TableColumn::Align::right});
  }
  for (const DataRow& row : data.rows) {
    TableRow cells{{row.name}, row.total};
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      cells.cells.push_back(cell_text(data.columns[i], row.cells[i], words));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

/// A row for each column of the data: what is too wide for the page stands upon it.
Table turned(const FigureData& data, const Words& words) {
  Table table;
  table.columns.push_back({words.say("status.measure"), TableColumn::Align::left});
  for (const DataRow& row : data.rows) table.columns.push_back({row.name});
  for (std::size_t i = 0; i < data.columns.size(); ++i) {
    TableRow cells{{data.columns[i].head}};
    for (const DataRow& row : data.rows) cells.cells.push_back(cell_text(data.columns[i], row.cells[i], words));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

std::string cell_text(const DataColumn& column, const Datum& cell, const Words& words) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  return number_text(column.kind, std::get<Measured>(cell), words);
}

std::size_t table_rows_of(const NationalFigure& figure) {
  return is_wide(figure.data) ? figure.data.columns.size() : figure.data.rows.size();
}

Table table_of(const NationalFigure& figure, const Words& words) {
  Table table = is_wide(figure.data) ? turned(figure.data, words) : upright(figure.data, words);
  table.caption =
      has_symbols(figure.data) ? fmt::format("{} {}", words.say("tables.symbols"), figure.source) : figure.source;
  return table;
}

}  // namespace mognad
