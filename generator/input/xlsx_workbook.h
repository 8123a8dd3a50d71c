// A workbook without its cells: its sheets, in order, and what is needed to read the cells of any. Constant once it is
// read; the archive is for one thread at a time.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "input/xlsx_dates.h"
#include "input/xlsx_formats.h"
#include "input/xlsx_texts.h"
#include "input/zip_archive.h"

namespace mognad {

struct XlsxSheet {
  std::string name;
  std::string part;
  bool visible = true;
};

struct XlsxWorkbook {
  std::vector<XlsxSheet> sheets;  // those with cells, not those with a chart
  DateSystem dates = DateSystem::from_1900;
  bool values_are_old = false;  // formulas are to be computed again when it is opened
  std::vector<CellFormat> formats;
  XlsxTexts texts;
};

/// ECMA-376 part 1, 12.3 and 18.2. Nothing and a problem for an archive that holds no workbook, which says what it
/// holds instead when that is known.
std::optional<XlsxWorkbook> read_workbook(ZipArchive& archive, const InputLimits& limits, Problems& problems);

}  // namespace mognad
