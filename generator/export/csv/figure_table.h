// The numbers of a figure of the publication as files: CSV for a spreadsheet, rows of JSON for a program. Rounded as
// the figure prints them; where there is no number, the symbol of public statistics says why.
#pragma once

#include <span>
#include <string>

#include "dataset/survey.h"
#include "report/national_figure.h"

namespace mognad {

/// The same rows twice.
struct FigureTable {
  std::string csv;      // the whole file: `id,name` and the columns' ids
  std::string columns;  // JSON: an array of texts
  std::string values;   // JSON: an array with an array for each row
};

/// `notice`: that the data are an example, the first line of the CSV; empty: no such line.
FigureTable figure_table(const FigureData& data, const std::string& notice);

/// All figures in one table, a row for each cell: `figure,row,name,column,value`.
FigureTable publication_table(std::span<const NationalFigure> figures, const std::string& notice);

/// data.json of a document of the publication: whose it is, which document ("figure", "status-report"), and of which
/// figure, then the table.
std::string document_data_json(const FigureTable& table, const std::string& document, const std::string& figure,
                               const Report& report, const Survey& survey);

/// A cell as JSON: a number; a text; or the symbol for why there is none, as a text.
std::string json_of(const DataColumn& column, const Datum& cell);

}  // namespace mognad
