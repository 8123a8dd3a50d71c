// The numbers of a figure as a table of a document: each rounded as the figure prints it, with the symbol where there
// is none. The same numbers stand in the figure's CSV and in the workbook, unrounded.
#pragma once

#include "language/words.h"
#include "report/national_figure.h"

namespace mognad {

/// A cell in words: decimals by the kind of its column, a sign before differences.
std::string cell_text(const DataColumn& column, const Datum& cell, const Words& words);

/// How many rows the table has.
std::size_t table_rows_of(const NationalFigure& figure);

/// Without a title. A table with more columns than a page is wide, and few rows, is turned: its columns become rows.
/// The caption explains the symbols where one stands in the table, and names the source.
Table table_of(const NationalFigure& figure, const Words& words);

}  // namespace mognad
