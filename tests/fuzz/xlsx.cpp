#include <array>

#include "files/memory_files.h"
#include "fuzz/targets.h"
#include "input/open_rows.h"
#include "support/xlsx_file.h"

namespace mognad::fuzz {
namespace {

InputLimits small_limits() {
  InputLimits limits;
  limits.inflated_bytes = 4'000'000;
  limits.texts_bytes = 1'000'000;
  limits.cell_bytes = 1'000;
  limits.row_bytes = 10'000;
  limits.columns = 100;
  limits.rows = 10'000;
  return limits;
}

void read_rows(std::string bytes) {
  const MemoryFiles files({{"a.xlsx", std::move(bytes)}});
  const InputLimits limits = small_limits();
  Problems problems;
  const auto rows = open_rows({.path = "a.xlsx", .role = "answers"}, files, limits, problems);
  while (rows && rows->next())
    for (std::size_t field = 0; field < rows->fields().size(); ++field) rows->place(field);
}

/// A random ZIP archive hardly ever reaches the XML, so the bytes also take the place of a part: the first byte says
/// of which.
constexpr std::array kParts{"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
                            "xl/workbook.xml",          "_rels/.rels",          "xl/_rels/workbook.xml.rels"};

}  // namespace

void read_xlsx(std::string_view bytes) {
  if (bytes.starts_with("PK") || bytes.starts_with("\xD0\xCF")) return read_rows(std::string(bytes));
  if (bytes.empty()) return;
  static const test::ZipParts kGood =
      test::workbook_parts({{"Svar",
                             "<sheetData>" + test::rows_of_csv("a,b\n1,x\n") +
                                 "<row><c t=\"s\" s=\"1\"><v>0</v></c><c s=\"2\"><v>45964.5</v></c></row></sheetData>",
                             {}}},
                           "<si><t>x</t></si>");
  test::ZipParts parts = kGood;
  parts[kParts[static_cast<unsigned char>(bytes[0] - '0') % kParts.size()]] = bytes.substr(1);
  read_rows(test::zipped(parts));
}

}  // namespace mognad::fuzz
