#include "input/xlsx_workbook.h"

#include "input/xlsx_names.h"
#include "input/xlsx_relationships.h"
#include "input/xml_path.h"

namespace mognad {
namespace {

constexpr const char* kSaveAsXlsx = "open it in its program and save it as XLSX";

struct NamedSheet {
  std::string name;
  std::string relationship;
  bool visible = true;
};

class Workbook final : public XmlPathHandler {
 public:
  std::vector<NamedSheet> sheets;
  DateSystem dates = DateSystem::from_1900;
  bool values_are_old = false;

 private:
  void opened(std::string_view path, const XmlAttributes& attributes) override {
    if (path == "/workbook/workbookPr" && attributes.is_true("date1904")) dates = DateSystem::from_1904;
    if (path == "/workbook/calcPr" && attributes.is_true("fullCalcOnLoad")) values_are_old = true;
    if (path != "/workbook/sheets/sheet") return;
    const std::string_view state = attributes.text("state");
    NamedSheet& sheet = sheets.emplace_back();
    append_unescaped(sheet.name, attributes.text("name"));
    sheet.relationship = attributes.text("id");
    sheet.visible = state.empty() || state == "visible";
  }
};

Problem no_workbook(const ZipArchive& archive) {
  if (archive.holds("content.xml") && archive.holds("mimetype"))
    return error_at({archive.file()}, "the file is an OpenDocument file, expected XLSX", kSaveAsXlsx);
  return error_at({archive.file()}, "the file is a ZIP archive without a workbook, expected XLSX",
                  "name the workbook itself");
}

/// The part with the workbook; empty and a problem when there is none.
std::string workbook_part(ZipArchive& archive, Problems& problems) {
  if (!archive.holds("_rels/.rels")) {
    problems.push_back(no_workbook(archive));
    return {};
  }
  const auto package = read_relationships(archive, {}, problems);
  if (!package) return {};
  const XlsxRelationship* main = find_type(*package, "officeDocument");
  if (main && main->part.ends_with(".bin")) {
    problems.push_back(error_at({archive.file()}, "the file is a binary workbook (XLSB), expected XLSX", kSaveAsXlsx));
    return {};
  }
  if (main && main->part.starts_with("xl/") && archive.holds(main->part)) return main->part;
  problems.push_back(no_workbook(archive));
  return {};
}

/// Of each sheet of the workbook that is a table, its part.
std::vector<XlsxSheet> tables(const std::vector<NamedSheet>& named, const std::vector<XlsxRelationship>& parts) {
  std::vector<XlsxSheet> sheets;
  for (const NamedSheet& sheet : named)
    for (const XlsxRelationship& part : parts)
      if (part.id == sheet.relationship && part.type == "worksheet")
        sheets.push_back({sheet.name, part.part, sheet.visible});
  return sheets;
}

bool read_styles(ZipArchive& archive, const std::vector<XlsxRelationship>& parts, XlsxWorkbook& workbook,
                 Problems& problems) {
  const XlsxRelationship* styles = find_type(parts, "styles");
  if (!styles) return true;
  auto part = archive.part(styles->part);
  auto formats = part ? read_formats(std::move(part), problems) : std::nullopt;
  if (formats) workbook.formats = std::move(*formats);
  return formats.has_value();
}

bool read_texts(ZipArchive& archive, const std::vector<XlsxRelationship>& parts, const InputLimits& limits,
                XlsxWorkbook& workbook, Problems& problems) {
  const XlsxRelationship* shared = find_type(parts, "sharedStrings");
  // Some programs name the part and leave it out when there is no text.
  if (!shared || !archive.holds(shared->part)) return true;
  auto part = archive.part(shared->part);
  auto texts = part ? XlsxTexts::read(std::move(part), limits, problems) : std::nullopt;
  if (texts) workbook.texts = std::move(*texts);
  return texts.has_value();
}

}  // namespace

std::optional<XlsxWorkbook> read_workbook(ZipArchive& archive, const InputLimits& limits, Problems& problems) {
  const std::string name = workbook_part(archive, problems);
  if (name.empty()) return std::nullopt;
  auto part = archive.part(name);
  Workbook found;
  if (!part || !read_xml(std::move(part), kSpreadsheetNamespaces, found, problems)) return std::nullopt;
  const auto parts = read_relationships(archive, name, problems);
  if (!parts) return std::nullopt;
  XlsxWorkbook workbook{tables(found.sheets, *parts), found.dates, found.values_are_old, {}, {}};
  if (!read_styles(archive, *parts, workbook, problems)) return std::nullopt;
  if (!read_texts(archive, *parts, limits, workbook, problems)) return std::nullopt;
  return workbook;
}

}  // namespace mognad
