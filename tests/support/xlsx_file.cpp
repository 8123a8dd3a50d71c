#include "support/xlsx_file.h"

#include <fmt/format.h>
#include <zip.h>

#include <memory>
#include <stdexcept>

namespace mognad::test {
namespace {

constexpr const char* kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* kPackage = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr const char* kTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

constexpr const char* kContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

constexpr const char* kStyles =
    R"(<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm"/></numFmts><cellXfs count="6">)"
    R"(<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="21"/><xf numFmtId="46"/>)"
    R"(<xf numFmtId="9"/></cellXfs>)";

struct SourceFree {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, SourceFree>;

void require(bool done) {
  if (!done) throw std::runtime_error("an archive for a test can't be composed");
}

void add_part(zip_t* archive, const std::string& name, const std::string& bytes, const std::string& password) {
  zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  require(index >= 0);
  if (!password.empty())
    require(zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_TRAD_PKWARE, password.c_str()) ==
            0);
}

std::string bytes_of(zip_source_t* source) {
  require(zip_source_open(source) == 0 && zip_source_seek(source, 0, SEEK_END) == 0);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
  require(zip_source_seek(source, 0, SEEK_SET) == 0);
  require(zip_source_read(source, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(source);
  return bytes;
}

std::string relationship(const std::string& id, const char* type, const std::string& target) {
  return fmt::format(R"(<Relationship Id="{}" Type="{}/{}" Target="{}"/>)", id, kOffice, type, target);
}

std::string relationships(const std::string& all) {
  return fmt::format(R"(<Relationships xmlns="{}">{}</Relationships>)", kPackage, all);
}

std::string content_type(const std::string& part, const char* type) {
  return fmt::format(R"(<Override PartName="/{}" ContentType="{}{}+xml"/>)", part, kContentType, type);
}

std::string content_types(const std::string& all) {
  return fmt::format(R"(<Types xmlns="{}"><Default Extension="rels" )"
                     R"(ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{}</Types>)",
                     kTypes, all);
}

std::string spreadsheet_part(const char* root, const std::string& inside) {
  return fmt::format(R"(<?xml version="1.0" encoding="UTF-8"?><{0} xmlns="{1}" xmlns:r="{2}">{3}</{0}>)", root, kMain,
                     kOffice, inside);
}

bool is_whole_number(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos && (text[0] != '0' || text.size() == 1);
}

std::string cell(const std::string& name, std::string_view text) {
  if (text.empty()) return {};
  return is_whole_number(text) ? fmt::format(R"(<c r="{}"><v>{}</v></c>)", name, text) : text_cell(name, text);
}

}  // namespace

std::string zipped(const ZipParts& parts, const std::string& password) {
  Source source(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  require(source != nullptr);
  zip_source_keep(source.get());
  zip_t* archive = zip_open_from_source(source.get(), ZIP_TRUNCATE, nullptr);
  require(archive != nullptr);
  for (const auto& [name, bytes] : parts) add_part(archive, name, bytes, password);
  require(zip_close(archive) == 0);
  return bytes_of(source.get());
}

ZipParts workbook_parts(const std::vector<SheetXml>& sheets, const std::string& shared) {
  ZipParts parts;
  std::string types = content_type("xl/workbook.xml", "sheet.main") + content_type("xl/styles.xml", "styles") +
                      content_type("xl/sharedStrings.xml", "sharedStrings");
  std::string list, related = relationship("rIdStyles", "styles", "/xl/styles.xml") +
                              relationship("rIdTexts", "sharedStrings", "sharedStrings.xml");
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string id = fmt::format("rId{}", i + 1), part = fmt::format("worksheets/sheet{}.xml", i + 1);
    const std::string state = sheets[i].state.empty() ? "" : fmt::format(R"( state="{}")", sheets[i].state);
    list += fmt::format(R"(<sheet name="{}" sheetId="{}"{} r:id="{}"/>)", xml_text(sheets[i].name), i + 1, state, id);
    related += relationship(id, "worksheet", part);
    types += content_type("xl/" + part, "worksheet");
    parts["xl/" + part] = spreadsheet_part("worksheet", sheets[i].xml);
  }
  parts["[Content_Types].xml"] = content_types(types);
  parts["_rels/.rels"] = relationships(relationship("rId1", "officeDocument", "xl/workbook.xml"));
  parts["xl/workbook.xml"] = spreadsheet_part("workbook", "<workbookPr/><sheets>" + list + "</sheets><calcPr/>");
  parts["xl/_rels/workbook.xml.rels"] = relationships(related);
  parts["xl/styles.xml"] = spreadsheet_part("styleSheet", kStyles);
  parts["xl/sharedStrings.xml"] = spreadsheet_part("sst", shared);
  return parts;
}

std::string workbook(const std::vector<SheetXml>& sheets, const std::string& shared) {
  return zipped(workbook_parts(sheets, shared));
}

std::string sheet_workbook(const std::string& rows, const std::string& after) {
  return workbook({{"Svar", "<sheetData>" + rows + "</sheetData>" + after, {}}});
}

std::string rows_of_csv(std::string_view csv) {
  std::string rows;
  for (int row = 1; !csv.empty(); ++row) {
    std::string_view line = csv.substr(0, csv.find('\n'));
    csv.remove_prefix(std::min(line.size() + 1, csv.size()));
    rows += fmt::format(R"(<row r="{}">)", row);
    for (int column = 1;; ++column) {
      const std::string_view field = line.substr(0, line.find(','));
      rows += cell(column_name(column) + std::to_string(row), field);
      if (field.size() == line.size()) break;
      line.remove_prefix(field.size() + 1);
    }
    rows += "</row>";
  }
  return rows;
}

std::string xml_text(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '<') escaped += "&lt;";
    else if (c == '&') escaped += "&amp;";
    else if (c == '"') escaped += "&quot;";
    else escaped += c;
  }
  return escaped;
}

std::string text_cell(std::string_view name, std::string_view text) {
  return fmt::format(R"(<c r="{}" t="inlineStr"><is><t>{}</t></is></c>)", name, xml_text(text));
}

std::string column_name(int column) {
  std::string name;
  for (; column > 0; column = (column - 1) / 26) name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
  return name;
}

}  // namespace mognad::test
