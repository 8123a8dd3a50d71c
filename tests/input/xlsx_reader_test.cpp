#include <catch2/catch.hpp>

#include "input/reading.h"
#include "input/xlsx_table.h"
#include "support/xlsx_file.h"

using namespace mognad;
using namespace mognad::test;

using Rows = std::vector<std::vector<std::string>>;

namespace {

/// The field under the head of a sheet with one cell.
std::string value_of(const std::string& cell, const std::string& shared = {}) {
  const auto table = xlsx_table(workbook(
      {{"Svar", "<sheetData><row>" + text_cell("A1", "a") + "</row><row>" + cell + "</row></sheetData>", {}}}, shared));
  INFO(all_text(table.problems));
  CHECK(table.problems.empty());
  REQUIRE(table.rows.size() == 2);
  return table.rows[1].front();
}

Problems problems_of(const std::string& rows, const std::string& after = {}, const InputLimits& limits = {}) {
  return xlsx_table(sheet_workbook(rows, after), {}, limits).problems;
}

std::string only_problem(const std::string& rows, const std::string& after = {}, const InputLimits& limits = {}) {
  return all_text(problems_of(rows, after, limits));
}

std::string number_cell(const std::string& value, const std::string& style = "0") {
  return "<c s=\"" + style + "\"><v>" + value + "</v></c>";
}

}  // namespace

TEST_CASE("Rows of a sheet are read as texts, padded to the width of the head", "[input]") {
  const auto table = xlsx_table(sheet_workbook(rows_of_csv("code,name,answer\n9001,Ölands län,4\n9002\n,,5\n")));
  CHECK(table.problems.empty());
  CHECK(table.format == "XLSX, sheet 'Svar'");
  CHECK(table.rows == Rows{{"code", "name", "answer"}, {"9001", "Ölands län", "4"}, {"9002", "", ""}, {"", "", "5"}});
}

TEST_CASE("Rows without anything in them are passed over and keep the numbers of the others", "[input]") {
  const std::string bytes =
      sheet_workbook("<row r=\"2\"/><row r=\"3\">" + text_cell("B3", "x") +
                     "</row><row r=\"5\"><c r=\"A5\" s=\"1\"/></row><row r=\"9\">" + "<c r=\"B9\"><v>1</v></c></row>");
  const MemoryFiles files({{"a.xlsx", bytes}});
  Problems problems;
  const auto rows = open_rows({.path = "a.xlsx"}, files, {}, problems);
  REQUIRE((rows && rows->next()));
  CHECK(rows->place(1) == Place{"a.xlsx[Svar]", 3, 2});
  REQUIRE(rows->next());
  CHECK(rows->fields() == std::vector<std::string_view>{"", "1"});
  CHECK(rows->place(1) == Place{"a.xlsx[Svar]", 9, 2});
  CHECK_FALSE(rows->next());
}

TEST_CASE("A row that holds something beyond the head keeps its length", "[input]") {
  const auto table = xlsx_table(sheet_workbook(rows_of_csv("a,b\n1,2,3\n")));
  CHECK(table.rows == Rows{{"a", "b"}, {"1", "2", "3"}});
}

TEST_CASE("Where the names of rows and cells are left out, each is the next", "[input]") {
  const auto table = xlsx_table(
      sheet_workbook("<row><c><v>1</v></c><c r=\"C1\"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>"));
  CHECK(table.problems.empty());
  CHECK(table.rows == Rows{{"1", "", "2", "3"}, {"4", "", "", ""}});
}

TEST_CASE("Numbers are read in the fewest digits that are that number and no other", "[input]") {
  CHECK(value_of(number_cell("4")) == "4");
  CHECK(value_of(number_cell("4.0")) == "4");
  CHECK(value_of(number_cell("4.0000000000000009")) == "4.000000000000001");
  CHECK(value_of(number_cell("0.30000000000000004")) == "0.30000000000000004");
  CHECK(value_of(number_cell("56.25")) == "56.25");
  CHECK(value_of(number_cell(" 3.5E2 ")) == "350");
  CHECK(value_of(number_cell("-1.5")) == "-1.5");
  CHECK(value_of(number_cell("1E-9")) == "1e-09");
  CHECK(value_of(number_cell("007")) == "7");
  CHECK(value_of(number_cell("199001011234")) == "199001011234");
}

TEST_CASE("Texts are read whether shared, in the cell or made by a formula", "[input]") {
  const std::string shared =
      "<si><t>one</t></si><si><r><t>t</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">w o</t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>said</t></rPh></si><si><t/></si>";
  CHECK(value_of("<c t=\"s\"><v>0</v></c>", shared) == "one");
  CHECK(value_of("<c t=\"s\"><v>1</v></c>", shared) == "tw o");
  CHECK(value_of("<c t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c>") == "ab");
  CHECK(value_of("<c t=\"str\"><f>A1&amp;\"x\"</f><v>ax</v></c>") == "ax");
  CHECK(value_of("<c><f>1+1</f><v>2</v></c>") == "2");
  CHECK(value_of("<c t=\"b\"><v>1</v></c>") == "true");
  CHECK(value_of("<c t=\"b\"><v>0</v></c>") == "false");
}

TEST_CASE("Escapes in texts are undone, and only whole ones", "[input]") {
  CHECK(value_of(text_cell("A2", "a_x000D_b")) == "a\rb");
  CHECK(value_of(text_cell("A2", "a_x005F_x000D_b")) == "a_x000D_b");
  CHECK(value_of(text_cell("A2", "a_x00_b_x")) == "a_x00_b_x");
  CHECK(value_of(text_cell("A2", "_x00e5__xD83D__xDE00_")) == "å😀");
  CHECK(value_of("<c t=\"s\"><v>0</v></c>", "<si><t>_x0041_</t></si>") == "A");
  CHECK(only_problem("<row>" + text_cell("A1", "a_x0000_") + "</row>") ==
        "a.xlsx[Svar]:1:1: error: the text holds a control character\n    write the text anew\n");
  CHECK(only_problem("<row>" + text_cell("A1", "_xD83D_") + "</row>") ==
        "a.xlsx[Svar]:1:1: error: the text holds a control character\n    write the text anew\n");
}

TEST_CASE("Dates are read as dates, in the system of 1900 and its day that never was", "[input]") {
  CHECK(value_of(number_cell("45964", "1")) == "2025-11-03");
  CHECK(value_of(number_cell("1", "1")) == "1900-01-01");
  CHECK(value_of(number_cell("59", "1")) == "1900-02-28");
  CHECK(value_of(number_cell("61", "1")) == "1900-03-01");
  CHECK(value_of(number_cell("2958465", "1")) == "9999-12-31");
  CHECK(value_of(number_cell("45964.427083333336", "2")) == "2025-11-03 10:15:00");
  CHECK(value_of(number_cell("0.427083333333333", "3")) == "10:15:00");
  CHECK(value_of(number_cell("1.5", "4")) == "36:00:00");
  CHECK(value_of("<c t=\"d\" s=\"1\"><v>2025-11-03T00:00:00</v></c>") == "2025-11-03");
  CHECK(value_of("<c t=\"d\"><v>2025-11-03T10:15:00.000Z</v></c>") == "2025-11-03 10:15:00");
  for (const char* none : {"60", "0", "-1", "2958466", "1e300"}) {
    INFO(none);
    CHECK(only_problem("<row>" + number_cell(none, "1") + "</row>") ==
          fmt::format("a.xlsx[Svar]:1:1: error: the cell is shown as a date or a time, and '{}' is none\n"
                      "    write the date anew, or show the cell as a number\n",
                      none));
  }
}

TEST_CASE("Dates of a workbook of 1904 are four years and a day later", "[input]") {
  auto parts = workbook_parts({{"Svar",
                                "<sheetData><row>" + number_cell("44502", "1") + number_cell("0", "1") +
                                    number_cell("2957003", "1") + "</row></sheetData>",
                                {}}});
  parts["xl/workbook.xml"] = replaced(parts["xl/workbook.xml"], "<workbookPr/>", "<workbookPr date1904=\"1\"/>");
  CHECK(xlsx_table(zipped(parts)).rows == Rows{{"2025-11-03", "1904-01-01", "9999-12-31"}});
}

TEST_CASE("A cell whose value can't be trusted is told with its place", "[input]") {
  const auto problem = [](const std::string& cell) { return problems_of("<row>" + cell + "</row>").front().message; };
  CHECK(problem("<c t=\"e\"><v>#N/A</v></c>") == "the cell holds the error '#N/A'");
  CHECK(problem("<c><f>1+1</f></c>") == "the cell has a formula but no value");
  CHECK(problem("<c><f>1+1</f><v></v></c>") == "the cell has a formula but no value");
  CHECK(problem("<c t=\"s\"><v>0</v></c>") == "the cell has the shared text '0', and the workbook has 0");
  CHECK(problem("<c t=\"s\"><v>-1</v></c>") == "the cell has the shared text '-1', and the workbook has 0");
  CHECK(problem("<c t=\"b\"><v>2</v></c>") == "'2' is neither true nor false");
  CHECK(problem("<c t=\"x\"><v>2</v></c>") == "'x' is not a type of a cell");
  CHECK(problem("<c t=\"d\"><v>2025-02-29</v></c>") == "'2025-02-29' is not a date");
  for (const char* none : {"NaN", "INF", "-inf", "1e999", "0x1", "1,5", "1 2"})
    CHECK(problem(number_cell(none)) == fmt::format("'{}' is not a number", none));
  CHECK(problem(number_cell("1", "99")) == "the cell has the format '99', and the workbook has 6");
}

TEST_CASE("A row with a cell that was refused is passed over, but not the head", "[input]") {
  const std::string error = "<c t=\"e\"><v>#N/A</v></c>", one = "<c><v>1</v></c>";
  const auto table = xlsx_table(
      sheet_workbook("<row>" + error + one + "</row><row>" + error + one + "</row><row>" + one + one + "</row>"));
  CHECK(table.rows == Rows{{"", "1"}, {"1", "1"}});
  CHECK(count_problems(table.problems, "#N/A") == 2);
}

TEST_CASE("A number that a sheet rounds and a percentage are warned of once", "[input]") {
  const auto long_numbers =
      problems_of("<row>" + number_cell("1.2345678901234567E+18") + number_cell("1.2345678901234567E+18") + "</row>");
  CHECK(all_text(long_numbers) ==
        "a.xlsx[Svar]:1:1: warning: '1234567890123456768' has more than 15 digits: a sheet rounds such numbers\n"
        "    write numbers that are names as texts\n"
        "a.xlsx[Svar]: warning: 1 more problems of the kind \"long numbers\"\n");
  CHECK(only_problem("<row>" + number_cell("0.85", "5") + "</row>") ==
        "a.xlsx[Svar]:1:1: warning: the cell shows a percentage; it is read as '0.85'\n"
        "    check that the file is meant so, or write the number that is shown\n");
}

TEST_CASE("Values of formulas that are to be computed anew are warned of", "[input]") {
  auto parts = workbook_parts({{"Svar", "<sheetData><row><c><f>1+1</f><v>0</v></c></row></sheetData>", {}}});
  parts["xl/workbook.xml"] = replaced(parts["xl/workbook.xml"], "<calcPr/>", "<calcPr fullCalcOnLoad=\"1\"/>");
  CHECK(problem_with(xlsx_table(zipped(parts)).problems, "old").place == Place{"a.xlsx[Svar]", 1, 1});
}

TEST_CASE("Rows and cells out of order or outside a sheet end the reading", "[input]") {
  const auto problem = [](const std::string& rows) {
    const auto table = xlsx_table(sheet_workbook(rows));
    CHECK(table.rows.size() <= 1);
    return all_text(table.problems);
  };
  const std::string hint = "\n    open the workbook in its program and save it again\n";
  const std::string cell = "<c><v>1</v></c>";
  CHECK(problem("<row r=\"3\">" + cell + "</row><row r=\"2\">" + cell + "</row>") ==
        "a.xlsx[Svar]:3: error: row 2 stands after row 3" + hint);
  CHECK(problem("<row r=\"3\">" + cell + "</row><row r=\"3\">" + cell + "</row>") ==
        "a.xlsx[Svar]:3: error: row 3 stands after row 3" + hint);
  CHECK(problem("<row r=\"1048577\">" + cell + "</row>") ==
        "a.xlsx[Svar]:1: error: '1048577' is not a row of a sheet" + hint);
  CHECK(problem("<row r=\"1048576\"/><row/>") == "a.xlsx[Svar]:1048576: error: '' is not a row of a sheet" + hint);
  CHECK(problem("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>") ==
        "a.xlsx[Svar]:1:3: error: the cell 'A1' doesn't stand in order" + hint);
  CHECK(problem("<row r=\"1\"><c r=\"A2\"/></row>") ==
        "a.xlsx[Svar]:1:1: error: the cell 'A2' doesn't stand in order" + hint);
  for (const char* outside : {"XFE1", "AAAA1", "1", "A", "A0", "a1", "A1048577", ""})
    CHECK(problem(fmt::format("<row r=\"1\"><c r=\"{}\"/></row>", outside)) ==
          fmt::format("a.xlsx[Svar]:1:1: error: '{}' is not a cell of a sheet{}", outside, hint));
}

TEST_CASE("Merged cells are all found, ten are told and the rest is counted", "[input]") {
  std::string merges = "<mergeCells>";
  for (int row = 2; row < 14; ++row) merges += fmt::format("<mergeCell ref=\"B{0}:C{0}\"/>", row);
  const auto problems = problems_of(rows_of_csv("a,b\n1,2\n"), merges + "</mergeCells>");
  REQUIRE(problems.size() == 11);
  CHECK(to_text(problems[0]) ==
        "a.xlsx[Svar]:2:2: error: cells B2:C2 are merged\n    unmerge them: each cell must have its own value");
  CHECK(problems[10].message == "2 more problems of the kind \"merged cells\"");
}

TEST_CASE("Hidden rows and columns are read and warned of", "[input]") {
  const std::string rows = "<row>" + text_cell("A1", "a") + text_cell("B1", "b") +
                           "</row><row hidden=\"1\"/><row hidden=\"1\">" + text_cell("A3", "x") + "</row>";
  const auto table = xlsx_table(workbook(
      {{"Svar", "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>" + rows + "</sheetData>", {}}}));
  CHECK(table.rows == Rows{{"a", "b"}, {"x", ""}});
  CHECK(all_text(table.problems) ==
        "a.xlsx[Svar]:1:2: warning: column 2 is hidden, and read all the same\n"
        "    take hidden columns away if they don't belong to the data\n"
        "a.xlsx[Svar]:3:1: warning: row 3 is hidden, and read all the same\n"
        "    take hidden rows away if they don't belong to the data\n");
}

TEST_CASE("Elements that the format doesn't put in a cell are overlooked with all that they hold", "[input]") {
  const auto table =
      xlsx_table(sheet_workbook("<row><c><v>1<c><v>9</v></c></v><x><v>8</v></x></c><y><c><v>7</v></c></y></row>",
                                "<extLst><ext><sheetData><row><c><v>6</v></c></row></sheetData></ext></extLst>"));
  CHECK(table.rows == Rows{{"1"}});
}

TEST_CASE("Sheets in the strict form and with a prefix are read", "[input]") {
  auto parts = workbook_parts({{"Svar", {}, {}}});
  parts["xl/worksheets/sheet1.xml"] =
      "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:o=\"o\"><x:sheetData><x:row>"
      "<x:c><x:v>1</x:v></x:c><o:c><o:v>3</o:v></o:c><c><v>3</v></c></x:row></x:sheetData></x:worksheet>";
  CHECK(xlsx_table(zipped(parts)).rows == Rows{{"1"}});
}

TEST_CASE("Limits of cells, rows and columns end the reading and say which setting to raise", "[input]") {
  InputLimits limits;
  limits.cell_bytes = 5;
  limits.row_bytes = 8;
  limits.columns = 3;
  limits.rows = 2;
  limits.texts_bytes = 30;
  const auto problem = [&](const std::string& csv) { return only_problem(rows_of_csv(csv), {}, limits); };
  const auto hint = [](const char* key) {
    return fmt::format("\n    raise '{}' under [limits] in survey.toml if it is right\n", key);
  };
  CHECK(problem("a\n123456\n") == "a.xlsx[Svar]:2:1: error: the cell has more than 5 bytes" + hint("cell_bytes"));
  CHECK(problem("a\n12345,1234\n") == "a.xlsx[Svar]:2:2: error: the row has more than 8 bytes" + hint("row_bytes"));
  CHECK(problem("a\n1,2,3,4\n") == "a.xlsx[Svar]:2:4: error: the row has more than 3 columns" + hint("columns"));
  CHECK(problem("a\n1\n2\n3\n") == "a.xlsx[Svar]:4:1: error: the sheet has more than 2 rows" + hint("rows"));
  const auto shared = xlsx_table(workbook({{"Svar", "<sheetData/>", {}}},
                                          "<si><t>123456789012345</t></si>"
                                          "<si><t>123456789012345</t></si>"),
                                 {}, limits);
  CHECK(all_text(shared.problems) ==
        "a.xlsx[xl/sharedStrings.xml]: error: the shared texts have more than 30 bytes" + hint("texts_bytes"));
}
