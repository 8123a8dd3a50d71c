// The numbers behind a figure as a table with typed columns: written to CSV, to the workbook, to JSON and into the
// tables of documents. Values have passed disclosure control and are exact; each writer rounds them as the figure
// prints them.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/measured.h"

namespace mognad {

struct DataColumn {
  enum class Kind {
    text,
    index,        // 0 to 100, one decimal
    difference,   // points, signed, one decimal
    share,        // per cent, no decimal
    count,        // a whole number
    coefficient,  // −1 to 1, two decimals
    year
  };
  std::string id;    // the same every year and in every language: "median"
  std::string head;  // in words
  Kind kind = Kind::index;
  bool tabled = true;  // false: drawn, not printed; left out of the tables of documents
};

/// A number, why there is none, or a text.
using Datum = std::variant<Measured, std::string>;

struct DataRow {
  std::string id;            // unique in the table, the same every year: "digital_mognad", "Skåne län"
  std::string name;          // in words
  std::vector<Datum> cells;  // as many as columns
  bool total = false;
};

struct FigureData {
  std::string row_head;  // of the rows' names: "Län"
  std::vector<DataColumn> columns;
  std::vector<DataRow> rows;
};

/// Decimals with which a column is printed.
int decimals_of(DataColumn::Kind kind);

/// A cell as a machine reads it: a decimal point, no separators, the symbol where there is no number.
std::string plain_text(const DataColumn& column, const Datum& cell);

}  // namespace mognad
