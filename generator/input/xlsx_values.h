// The value of a cell as a person would read it: a number in its shortest form that loses nothing, a date as
// "2025-11-03", a text as it stands. What is no value is a problem at the cell: an error of a formula, a formula that
// was never computed, a text that the workbook doesn't have. Borrows the workbook. For one thread at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "input/xlsx_findings.h"
#include "input/xlsx_references.h"
#include "input/xlsx_workbook.h"

namespace mognad {

/// A cell as it stands in the file (ECMA-376 part 1, 18.3.1.4).
struct XlsxCell {
  CellReference at;
  std::string type;   // 18.18.11; empty: a number
  std::string style;  // the index of its format; empty: the first
  bool formula = false;
  bool valued = false;  // it has a value, which may be an empty text
  std::string text;     // of its value
};

class XlsxValues {
 public:
  XlsxValues(const XlsxWorkbook& workbook, XlsxFindings& findings) : workbook_(workbook), findings_(findings) {}

  /// The value; empty for an empty cell and for one with a problem. Valid until the next call, or with the workbook or
  /// the cell.
  std::string_view value(const XlsxCell& cell);

 private:
  std::string_view shared_text(const XlsxCell& cell);
  std::string_view own_text(const XlsxCell& cell);
  std::string_view truth(const XlsxCell& cell);
  std::string_view number(const XlsxCell& cell);
  std::string_view plain_number(const XlsxCell& cell, double value, CellFormat format);
  std::string_view iso_date(const XlsxCell& cell);
  std::string_view moment(const XlsxCell& cell, double serial, CellFormat format);
  std::optional<CellFormat> format_of(const XlsxCell& cell);
  std::string_view refuse(std::string_view kind, const XlsxCell& cell, std::string message, std::string hint);
  Place place(const XlsxCell& cell) const { return findings_.place(cell.at.row, cell.at.column); }

  const XlsxWorkbook& workbook_;
  XlsxFindings& findings_;
  std::string made_;
};

}  // namespace mognad
