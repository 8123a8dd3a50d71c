#include "input/xlsx_sheet_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "input/xlsx_names.h"
#include "input/xml_path.h"
#include "language/edit_distance.h"
#include "language/normalise.h"

namespace mognad {
namespace {

/// Stops at the first cell with a value.
class FirstValue final : public XmlPathHandler {
 public:
  bool found = false;
  XmlReader* reader = nullptr;

 private:
  void opened(std::string_view path, const XmlAttributes&) override {
    if (path != "/worksheet/sheetData/row/c/v" && path != "/worksheet/sheetData/row/c/is" &&
        path != "/worksheet/sheetData/row/c/f")
      return;
    found = true;
    reader->stop();
  }
};

bool has_values(const XlsxSheet& sheet, ZipArchive& archive, Problems& problems) {
  auto part = archive.part(sheet.part);
  if (!part) return false;
  FirstValue first;
  XmlReader reader(std::move(part), kSpreadsheetNamespaces, first, problems);
  first.reader = &reader;
  reader.run();
  return first.found;
}

/// Sheets are told apart by their names without regard to case, so one differs from no other by it.
bool same_name(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

const XlsxSheet* named(std::span<const XlsxSheet* const> sheets, const std::string& name) {
  for (const XlsxSheet* sheet : sheets)
    if (same_name(normalised(sheet->name), normalised(name))) return sheet;
  return nullptr;
}

std::vector<std::string> names_of(std::span<const XlsxSheet* const> sheets) {
  std::vector<std::string> names;
  for (const XlsxSheet* sheet : sheets) names.push_back(sheet->name);
  return names;
}

std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 10;
  std::string list;
  for (std::size_t i = 0; i < names.size() && i < kMost; ++i)
    list += fmt::format("{}'{}'", i == 0 ? "" : ", ", excerpt(names[i]));
  return names.size() > kMost ? list + ", …" : list;
}

const XlsxSheet* choose_filled(std::span<const XlsxSheet* const> filled, const TableFile& table, Problems& problems) {
  if (filled.size() == 1) return filled.front();
  if (const XlsxSheet* sheet = named(filled, table.role)) return sheet;
  const auto names = names_of(filled);
  const std::string file = table.path.substr(table.path.rfind('/') + 1);
  problems.push_back(error_at({table.path},
                              fmt::format("the workbook has {} sheets with values: {}", names.size(), listed(names)),
                              fmt::format("name one: \"{}#{}\"", file, excerpt(names.front()))));
  return nullptr;
}

}  // namespace

const XlsxSheet* choose_sheet(const XlsxWorkbook& workbook, const TableFile& table, ZipArchive& archive,
                              Problems& problems) {
  std::vector<const XlsxSheet*> all, filled;
  for (const XlsxSheet& sheet : workbook.sheets) all.push_back(&sheet);
  if (!table.part.empty()) {
    if (const XlsxSheet* sheet = named(all, table.part)) return sheet;
    problems.push_back(error_at({table.path}, fmt::format("the workbook has no sheet '{}'", excerpt(table.part)),
                                hint_for(table.part, names_of(all))));
    return nullptr;
  }
  std::erase_if(all, [](const XlsxSheet* sheet) { return !sheet->visible; });
  // Alone it needs no values: a table without any is told as empty where tables are read.
  if (all.size() == 1) return all.front();
  const std::size_t before = problems.size();
  for (const XlsxSheet* sheet : all) {
    if (has_values(*sheet, archive, problems)) filled.push_back(sheet);
    if (problems.size() > before) return nullptr;
  }
  if (!filled.empty()) return choose_filled(filled, table, problems);
  problems.push_back(error_at({table.path}, "the workbook has no visible sheet with values",
                              "name a hidden sheet if it is meant, as \"answers.xlsx#Sheet\""));
  return nullptr;
}

}  // namespace mognad
