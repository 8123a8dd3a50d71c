// A sheet of a workbook, written row by row into libxlsxwriter's worksheet: title, notes, head, table. Used by
// workbook_writer.h alone. For one thread at a time.
#pragma once

#include <xlsxwriter.h>

#include <array>
#include <optional>

#include "base/problem.h"
#include "report/workbook.h"

namespace mognad {

/// Formats of cells, made once for a workbook, which owns them.
struct CellFormats {
  static constexpr std::size_t kKinds = static_cast<std::size_t>(DataColumn::Kind::year) + 1;

  explicit CellFormats(lxw_workbook* book);

  lxw_format* title;
  lxw_format* notice;
  lxw_format* head;
  lxw_format* number_head;
  lxw_format* text_head;
  lxw_format* ids;
  lxw_format* link;
  /// By kind, plain and of a row of totals: numbers, and texts that stand in their columns.
  std::array<std::array<lxw_format*, kKinds>, 2> cells;
  std::array<lxw_format*, 2> names;
  std::array<lxw_format*, 2> texts;
  std::array<lxw_format*, 2> symbols;
};

/// Writes the whole sheet. What libxlsxwriter refuses is a problem that names the sheet.
std::optional<Problem> write_sheet(lxw_worksheet* worksheet, const Sheet& sheet, const Workbook& book,
                                   const CellFormats& formats);

}  // namespace mognad
