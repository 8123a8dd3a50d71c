#include <catch2/catch.hpp>

#include "input/reading.h"
#include "input/xlsx_table.h"
#include "support/xlsx_file.h"

using namespace mognad;
using namespace mognad::test;

using Rows = std::vector<std::vector<std::string>>;

namespace {

constexpr const char* kCopyAgain = "\n    the file may be cut off: copy or save it again\n";
constexpr const char* kSaveAgain = "\n    open the workbook in its program and save it again\n";

SheetXml sheet(const std::string& name, const std::string& csv, const std::string& state = {}) {
  return {name, "<sheetData>" + rows_of_csv(csv) + "</sheetData>", state};
}

ZipParts small_parts() { return workbook_parts({sheet("Svar", "a,b\n1,2\n")}, "<si><t>x</t></si>"); }

std::string told(const std::string& bytes, const InputLimits& limits = {}) {
  return all_text(xlsx_table(bytes, {}, limits).problems);
}

/// What is told of a good workbook with one part replaced.
std::string told_with(const std::string& part, const std::string& bytes, const InputLimits& limits = {}) {
  ZipParts parts = small_parts();
  parts[part] = bytes;
  return told(zipped(parts), limits);
}

std::string with_part(const std::string& part, const std::string& from, const std::string& to) {
  ZipParts parts = small_parts();
  parts[part] = replaced(parts[part], from, to);
  return zipped(parts);
}

/// An OLE2 file with an empty sector and a directory with one name.
std::string compound_file(std::string_view name) {
  std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  bytes.resize(1024 + 256);
  for (std::size_t i = 0; i < name.size(); ++i) bytes[1024 + 128 + 2 * i] = name[i];
  return bytes;
}

}  // namespace

TEST_CASE("A workbook that is cut off at any length is refused, and nothing of it is taken for the whole", "[input]") {
  const std::string whole = zipped(small_parts());
  REQUIRE(xlsx_table(whole).problems.empty());
  for (std::size_t length = 4; length < whole.size(); ++length) {
    INFO(length);
    const auto table = xlsx_table(whole.substr(0, length));
    CHECK(has_errors(table.problems));
    CHECK(table.rows.empty());
  }
}

TEST_CASE("A sheet whose XML is cut off at any length is refused", "[input]") {
  const ZipParts parts = small_parts();
  const std::string& xml = parts.at("xl/worksheets/sheet1.xml");
  for (std::size_t length = 0; length < xml.size(); ++length) {
    INFO(length);
    CHECK(told_with("xl/worksheets/sheet1.xml", xml.substr(0, length)).find("the XML is damaged") != std::string::npos);
  }
}

TEST_CASE("A part whose bytes don't match their checksum is refused", "[input]") {
  ZipParts parts = small_parts();
  for (int row = 3; row < 400; ++row)
    parts["xl/worksheets/sheet1.xml"] =
        replaced(parts["xl/worksheets/sheet1.xml"], "</sheetData>",
                 fmt::format("<row r=\"{}\"><c><v>{}</v></c></row></sheetData>", row, row * row % 97));
  const std::string whole = zipped(parts);
  const std::size_t middle = whole.find("xl/worksheets/sheet1.xml") + 600;
  int refused = 0;
  for (std::size_t at = middle; at < middle + 40; ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    refused += has_errors(xlsx_table(damaged).problems);
  }
  CHECK(refused == 40);
}

TEST_CASE("Parts that inflate too much or in all too large are refused", "[input]") {
  InputLimits limits;
  limits.inflated_bytes = 3'000'000;
  const std::string blanks(2'500'000, ' ');
  const std::string ratio = told_with("xl/sharedStrings.xml", "<sst" + blanks + "/>", limits);
  CHECK(ratio.find("packed bytes inflate to more than 300 times as many\n    raise 'inflated_ratio' under [limits]") !=
        std::string::npos);
  limits.inflated_ratio = 1'000'000;
  const std::string root = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";
  CHECK(told_with("xl/sharedStrings.xml", root + blanks + blanks, limits) ==
        "a.xlsx[xl/sharedStrings.xml]: error: the packed data inflates to more than 3000000 bytes\n"
        "    raise 'inflated_bytes' under [limits] in survey.toml if it is right\n");
}

TEST_CASE("A tag without an end is refused before it fills the memory", "[input]") {
  InputLimits limits;
  limits.inflated_ratio = 1'000'000;
  const std::string xml =
      "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><!--" + std::string(5'000'000, 'x');
  CHECK(told_with("xl/sharedStrings.xml", xml, limits).find("a tag or a comment of more than 4000000 bytes") !=
        std::string::npos);
}

TEST_CASE("No part may have a document type definition, and none is fetched", "[input]") {
  const std::string dtd = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
  for (const auto& [name, xml] : small_parts()) {
    if (name == "[Content_Types].xml") continue;
    INFO(name);
    const std::size_t root = xml.find("?>") == std::string::npos ? 0 : xml.find("?>") + 2;
    CHECK(told_with(name, xml.substr(0, root) + dtd + xml.substr(root)) ==
          fmt::format("a.xlsx[{}]:1:{}: error: the XML has a document type definition, which could hold or fetch "
                      "anything{}",
                      name, root + 13, kSaveAgain));
  }
}

TEST_CASE("XML that is too deep or of another kind is refused", "[input]") {
  std::string deep = small_parts()["xl/worksheets/sheet1.xml"];
  std::string open;
  for (int i = 0; i < 70; ++i) open += "<x>";
  CHECK(told_with("xl/worksheets/sheet1.xml", replaced(deep, "<sheetData>", open)).find("nested deeper than 64") !=
        std::string::npos);
  CHECK(told_with("xl/workbook.xml", "<workbook xmlns=\"urn:x\"/>") ==
        fmt::format("a.xlsx[xl/workbook.xml]:1:1: error: the XML is of the kind 'urn:x', expected "
                    "'http://schemas.openxmlformats.org/spreadsheetml/2006/main'{}",
                    kSaveAgain));
}

TEST_CASE("An archive that is no workbook is told by what it is", "[input]") {
  CHECK(told(zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<x/>"}})) ==
        "a.xlsx: error: the file is an OpenDocument file, expected XLSX\n"
        "    open it in its program and save it as XLSX\n");
  CHECK(told(with_part("_rels/.rels", "xl/workbook.xml", "xl/workbook.bin")) ==
        "a.xlsx: error: the file is a binary workbook (XLSB), expected XLSX\n"
        "    open it in its program and save it as XLSX\n");
  const std::string none =
      "a.xlsx: error: the file is a ZIP archive without a workbook, expected XLSX\n    name the workbook itself\n";
  CHECK(told(zipped({{"answers.xlsx", zipped(small_parts())}})) == none);
  CHECK(told(with_part("_rels/.rels", "xl/workbook.xml", "word/document.xml")) == none);
  CHECK(told(with_part("_rels/.rels", "xl/workbook.xml", "http://example.org/w.xml\" TargetMode=\"External")) == none);
}

TEST_CASE("A part that is named and missing is told, wherever its name leads", "[input]") {
  CHECK(told(with_part("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "../../../etc/passwd")) ==
        fmt::format("a.xlsx: error: the workbook has no part 'etc/passwd'{}", kCopyAgain));
  ZipParts parts = small_parts();
  parts.erase("xl/_rels/workbook.xml.rels");
  CHECK(told(zipped(parts)) ==
        fmt::format("a.xlsx: error: the workbook has no part 'xl/_rels/workbook.xml.rels'{}", kCopyAgain));
}

TEST_CASE("Names of parts are matched without regard to case, and may not come twice", "[input]") {
  ZipParts parts = small_parts();
  parts["XL/Worksheets/Sheet1.XML"] = parts["xl/worksheets/sheet1.xml"];
  CHECK(told(zipped(parts)).find("the ZIP archive holds 'xl/worksheets/sheet1.xml' twice") != std::string::npos);
  parts.erase("xl/worksheets/sheet1.xml");
  CHECK(xlsx_table(zipped(parts)).rows == Rows{{"a", "b"}, {"1", "2"}});
}

TEST_CASE("An archive with a password and OLE2 files are refused by what they are", "[input]") {
  CHECK(told(zipped(small_parts(), "secret")) ==
        "a.xlsx: error: the ZIP archive is protected with a password\n    save it without a password\n");
  CHECK(told(compound_file("EncryptedPackage")) ==
        "a.xlsx: error: the workbook is protected with a password\n    save it without a password\n");
  CHECK(told(compound_file("Workbook")) ==
        "a.xlsx: error: the file is a workbook of Excel 97–2003, expected XLSX\n    save it as XLSX\n");
  CHECK(told(compound_file("Book")) ==
        "a.xlsx: error: the file is a workbook of Excel 5–95, expected XLSX\n    save it as XLSX\n");
  CHECK(told(compound_file("WordDocument")) ==
        "a.xlsx: error: the file is an OLE2 file without a workbook, expected XLSX\n    name the workbook itself\n");
}

TEST_CASE("The sheet that is named is read, also a hidden one, whatever the case of its name", "[input]") {
  const std::string bytes =
      workbook({sheet("Svar", "a\n1\n"), sheet("Gömd & co", "b\n2\n", "hidden"), sheet("Tom", "")});
  CHECK(xlsx_table(bytes, "svar").rows == Rows{{"a"}, {"1"}});
  CHECK(xlsx_table(bytes, "Gömd & co").rows == Rows{{"b"}, {"2"}});
  CHECK(xlsx_table(bytes, "Go\u0308md & co").format == "XLSX, sheet 'Gömd & co'");
  CHECK(all_text(xlsx_table(bytes, "Svat").problems) ==
        "a.xlsx: error: the workbook has no sheet 'Svat'\n    did you mean 'Svar'?\n");
}

TEST_CASE("Without a name the only visible sheet with values is read, else the one called what the file is for",
          "[input]") {
  CHECK(xlsx_table(workbook({sheet("Om", "\n\n"), sheet("X", "b\n2\n", "veryHidden"), sheet("Svar", "a\n1\n")})).rows ==
        Rows{{"a"}, {"1"}});
  CHECK(xlsx_table(workbook({sheet("Om", "x\n"), sheet("Answers", "a\n1\n")})).rows == Rows{{"a"}, {"1"}});
  CHECK(told(workbook({sheet("Om", "x\n"), sheet("Svar", "a\n1\n")})) ==
        "a.xlsx: error: the workbook has 2 sheets with values: 'Om', 'Svar'\n    name one: \"a.xlsx#Om\"\n");
  CHECK(told(workbook({sheet("Svar", "a\n1\n", "hidden")})) ==
        "a.xlsx: error: the workbook has no visible sheet with values\n"
        "    name a hidden sheet if it is meant, as \"answers.xlsx#Sheet\"\n");
  CHECK(told(workbook({sheet("Svar", "")})).empty());
}
