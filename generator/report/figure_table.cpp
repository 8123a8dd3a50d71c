#include "report/figure_table.h"

#include <fmt/format.h>

#include <cmath>

namespace mognad {
namespace {

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

}  // namespace

std::string cell_text(const DataColumn& column, const Datum& cell, const Words& words) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  return number_text(column.kind, std::get<Measured>(cell), words);
}

Table table_of(const NationalFigure& figure, const Words& words) {
  Table table;
  table.columns.push_back({figure.data.row_head, TableColumn::Align::left});
  for (const DataColumn& column : figure.data.columns)
    table.columns.push_back(
        {column.head, column.kind == DataColumn::Kind::text ? TableColumn::Align::left : TableColumn::Align::right});
  bool symbols = false;
  for (const DataRow& row : figure.data.rows) {
    TableRow cells{{row.name}, row.total};
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      symbols = symbols || is_symbol(row.cells[i]);
      cells.cells.push_back(cell_text(figure.data.columns[i], row.cells[i], words));
    }
    table.rows.push_back(std::move(cells));
  }
  table.caption = symbols ? fmt::format("{} {}", words.say("tables.symbols"), figure.source) : figure.source;
  return table;
}

}  // namespace mognad
