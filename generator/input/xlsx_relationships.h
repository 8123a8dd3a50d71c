// Which parts a part of an XLSX file needs (ECMA-376 part 2, 9.3): the workbook its sheets, its texts, its styles.
// What lies outside the file is left out, so nothing is ever fetched.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "input/zip_archive.h"

namespace mognad {

struct XlsxRelationship {
  std::string id;
  std::string type;  // the last word of its address: "worksheet"
  std::string part;  // the name of the part in the archive: "xl/worksheets/sheet1.xml"
};

/// Those of a part; of the package when `part` is empty. Nothing and a problem when the list is missing or damaged.
std::optional<std::vector<XlsxRelationship>> read_relationships(ZipArchive& archive, const std::string& part,
                                                                Problems& problems);

/// The first of a type, or null.
const XlsxRelationship* find_type(const std::vector<XlsxRelationship>& all, std::string_view type);

}  // namespace mognad
