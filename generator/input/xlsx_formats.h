// What the number formats of a workbook make of a number: a date, a time or a number. A cell holds a number and the
// index of a format alone; whether it is a date is in the styles.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "input/zip_archive.h"

namespace mognad {

enum class CellFormat { number, percentage, date, time, elapsed };

/// Of an identifier that has no code in the file (ECMA-376 part 1, 18.8.30).
CellFormat built_in_format(int id);

/// Of a code such as "yyyy\-mm\-dd;@" (18.8.31): letters of dates outside quotes and brackets in its first section.
CellFormat format_of_code(std::string_view code);

/// Of each style that a cell may have (18.8.10), in order. Nothing and a problem when the part is damaged.
std::optional<std::vector<CellFormat>> read_formats(std::unique_ptr<ZipPart> styles, Problems& problems);

}  // namespace mognad
