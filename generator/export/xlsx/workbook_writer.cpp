#include "export/xlsx/workbook_writer.h"

namespace mognad {

Result<std::string> write_workbook(const Workbook& workbook) { return workbook.title; }

}  // namespace mognad
