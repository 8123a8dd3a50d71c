// Which sheet of a workbook is read: the one that is named; else the only visible one with anything in its cells; else
// the one that is called what the file is for, "answers". Any other choice would be a guess.
#pragma once

#include "input/open_rows.h"
#include "input/xlsx_workbook.h"

namespace mognad {

/// Null and a problem that lists the sheets when none can be chosen.
const XlsxSheet* choose_sheet(const XlsxWorkbook& workbook, const TableFile& table, ZipArchive& archive,
                              Problems& problems);

}  // namespace mognad
