// What is promised to who gives answers in a workbook: the exact words, and the exit status.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "input/reading.h"
#include "support/survey_folder.h"
#include "support/xlsx_file.h"

using namespace mognad::test;

namespace {

SmallFiles with_workbook(const std::string& bytes) {
  SmallFiles survey;
  survey.change("survey.toml", "answers.csv", "answers.xlsx");
  survey.texts["answers.xlsx"] = bytes;
  return survey;
}

/// The answers of the small survey as the rows of a sheet.
std::string answer_rows() {
  static const std::string rows = rows_of_csv(SmallFiles().text("answers.csv"));
  return rows;
}

std::string rows_with(const std::string& from, const std::string& to) { return replaced(answer_rows(), from, to); }

void check_told(const std::string& bytes, const std::string& err, int status = 2) {
  const Told told = checked(with_workbook(bytes));
  CHECK(told.err == err);
  CHECK(told.status == status);
}

}  // namespace

TEST_CASE("Answers in a workbook are read as those in a CSV file are", "[promise]") {
  check_told(sheet_workbook(answer_rows()), "", 0);
}

TEST_CASE("Merged cells are refused with their place", "[promise]") {
  check_told(sheet_workbook(answer_rows(), "<mergeCells count=\"1\"><mergeCell ref=\"B2:C3\"/></mergeCells>"),
             "s/answers.xlsx[Svar]:2:2: error: cells B2:C3 are merged\n"
             "    unmerge them: each cell must have its own value\n");
}

TEST_CASE("A formula without a value is refused with its place", "[promise]") {
  check_told(sheet_workbook(rows_with("<c r=\"B2\"><v>2024</v>", "<c r=\"B2\"><f>2000+24</f>")),
             "s/answers.xlsx[Svar]:2:2: error: the cell has a formula but no value\n    open and save the file in its "
             "program, so that it holds values\n");
}

TEST_CASE("A cell with an error is refused with its place", "[promise]") {
  check_told(sheet_workbook(rows_with("<c r=\"B2\"><v>2024</v>", "<c r=\"B2\" t=\"e\"><v>#DIV/0!</v>")),
             "s/answers.xlsx[Svar]:2:2: error: the cell holds the error '#DIV/0!'\n    correct the formula, or write "
             "the value or nothing\n");
}

TEST_CASE("A workbook with a password is refused as that", "[promise]") {
  std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  bytes.resize(2048);
  for (std::size_t i = 0; const char c : std::string_view("EncryptedPackage")) bytes[1024 + 2 * i++] = c;
  check_told(bytes,
             "s/answers.xlsx: error: the workbook is protected with a password\n    save it without a password\n");
}

TEST_CASE("A workbook of Excel 97 is refused as that", "[promise]") {
  std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  bytes.resize(2048);
  for (std::size_t i = 0; const char c : std::string_view("Workbook")) bytes[1024 + 2 * i++] = c;
  check_told(bytes,
             "s/answers.xlsx: error: the file is a workbook of Excel 97–2003, expected XLSX\n    save it as XLSX\n");
}

TEST_CASE("A workbook that inflates beyond measure is refused", "[promise]") {
  ZipParts parts = workbook_parts({{"Svar", "<sheetData>" + std::string(2'000'000, ' ') + "</sheetData>", {}}});
  const Told told = checked(with_workbook(zipped(parts)));
  CHECK(told.err ==
        "s/answers.xlsx[xl/worksheets/sheet1.xml]: error: 2121 packed bytes inflate to more than 300 times as many\n"
        "    raise 'inflated_ratio' under [limits] in survey.toml if it is right\n");
  CHECK(told.status == 2);
}

TEST_CASE("Archives within archives are not opened", "[promise]") {
  std::string bytes = sheet_workbook(answer_rows());
  for (int depth = 0; depth < 3; ++depth) bytes = zipped({{"answers.xlsx", bytes}});
  check_told(bytes,
             "s/answers.xlsx: error: the file is a ZIP archive without a workbook, expected XLSX\n"
             "    name the workbook itself\n");
}

TEST_CASE("An external entity in a workbook is neither fetched nor passed over", "[promise]") {
  ZipParts parts = workbook_parts({{"Svar", "<sheetData>" + answer_rows() + "</sheetData>", {}}});
  std::string& xml = parts["xl/worksheets/sheet1.xml"];
  xml = replaced(xml, "?>", "?>\n<!DOCTYPE x [<!ENTITY e SYSTEM \"model.toml\">]>");
  check_told(zipped(parts),
             "s/answers.xlsx[xl/worksheets/sheet1.xml]:2:13: error: the XML has a document type definition, which "
             "could hold or fetch anything\n"
             "    open the workbook in its program and save it again\n");
}

TEST_CASE("A workbook that is cut off is refused", "[promise]") {
  const std::string bytes = sheet_workbook(answer_rows());
  check_told(bytes.substr(0, bytes.size() / 2),
             "s/answers.xlsx: error: the ZIP archive can't be read: Not a zip archive\n"
             "    the file may be cut off: copy or save it again\n");
}

TEST_CASE("Of several sheets none is guessed, and the one that is named is read", "[promise]") {
  const std::string bytes = workbook({{"2024", "<sheetData>" + rows_of_csv("a\n1\n") + "</sheetData>", {}},
                                      {"Svar", "<sheetData>" + answer_rows() + "</sheetData>", {}}});
  check_told(bytes,
             "s/answers.xlsx: error: the workbook has 2 sheets with values: '2024', 'Svar'\n"
             "    name one: \"answers.xlsx#2024\"\n");
  SmallFiles survey = with_workbook(bytes);
  survey.change("survey.toml", "answers.xlsx", "answers.xlsx#Svar");
  const Told told = checked(survey);
  CHECK(told.err == "");
  CHECK(told.status == 0);
}

TEST_CASE("A date is the same date in the systems of 1900 and 1904", "[promise]") {
  for (const auto& [system, serial] : {std::pair{"", 45964}, {" date1904=\"1\"", 44502}}) {
    const std::string rows = rows_with("<c r=\"B2\"><v>2024</v>", fmt::format("<c r=\"B2\" s=\"1\"><v>{}</v>", serial));
    ZipParts parts = workbook_parts({{"Svar", "<sheetData>" + rows + "</sheetData>", {}}});
    parts["xl/workbook.xml"] = replaced(parts["xl/workbook.xml"], "<workbookPr", std::string("<workbookPr") + system);
    check_told(zipped(parts),
               "s/answers.xlsx[Svar]:2:2: error: '2025-11-03' is not a year\n    expected four digits\n");
  }
}

TEST_CASE("A cell of ten megabytes is refused with its place", "[promise]") {
  check_told(sheet_workbook(answer_rows() + "<row>" + text_cell("A1010", std::string(10'000'000, 'x')) + "</row>"),
             "s/answers.xlsx[Svar]:1010:1: error: the cell has more than 100000 bytes\n    raise 'cell_bytes' under "
             "[limits] in survey.toml if it is right\n");
}

TEST_CASE("Hidden rows are read and told of", "[promise]") {
  check_told(sheet_workbook(rows_with("<row r=\"5\"", "<row r=\"5\" hidden=\"1\"")),
             "s/answers.xlsx[Svar]:5:1: warning: row 5 is hidden, and read all the same\n"
             "    take hidden rows away if they don't belong to the data\n",
             0);
}
