// A Workbook to XLSX (ECMA-376), written with libxlsxwriter: a sheet for each table, frozen heads, number formats,
// texts as texts, never as formulas.
#pragma once

#include <string>

#include "base/result.h"
#include "report/workbook.h"

namespace mognad {

/// The file's bytes, the same for the same input.
Result<std::string> write_workbook(const Workbook& workbook);

}  // namespace mognad
