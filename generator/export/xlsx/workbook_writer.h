// A Workbook to XLSX (ECMA-376), written with libxlsxwriter: a sheet for each table, frozen heads, number formats,
// texts as texts, never as formulas. The library writes to paths alone: it gets a file in memory, and a folder in
// memory for the files that it needs for a moment and removes as soon as it has opened them. Any thread may call it.
#pragma once

#include <string>

#include "base/result.h"
#include "report/workbook.h"

namespace mognad {

/// The file's bytes, the same for the same input: its time is the midnight that begins the workbook's date. A name that
/// Excel has no sheet for, two alike, or a table that is larger than a sheet are errors.
Result<std::string> write_workbook(const Workbook& workbook);

}  // namespace mognad
