#include "export/xlsx/workbook_writer.h"

#include <zip.h>
#include <catch2/catch.hpp>

#include "export/xlsx/cell_text.h"
#include "input/xlsx_table.h"

using namespace mognad;
using namespace mognad::test;

namespace {

Workbook workbook_with(FigureData data) {
  Workbook book{"Digital mognad 2025: tabeller", "Avsändaren", "2025-12-19", "sv-SE", "Exempeldata", "Id", {}};
  FigureData contents{"Blad", {{"title", "Visar", DataColumn::Kind::text}}, {{"it's", "it's", {"Rubrik"}}}};
  book.sheets.push_back({"Innehåll", "Tabeller", {"Exempeldata"}, contents, true});
  book.sheets.push_back({"it's", "Rubrik", {"Exempeldata", "n = 7"}, std::move(data)});
  return book;
}

/// A column of each kind.
FigureData all_kinds() {
  using Kind = DataColumn::Kind;
  FigureData data{"Mått", {}, {}};
  const std::vector<std::pair<Kind, double>> kinds{{Kind::index, 47.25},        {Kind::difference, -1.15},
                                                   {Kind::share, 33.4},         {Kind::count, 1204},
                                                   {Kind::coefficient, -0.285}, {Kind::year, 2025}};
  DataRow row{"total", "Totalt", {}};
  DataRow missing{"none", "Utan värde", {}, true};
  const Missing reasons[] = {Missing::no_answer, Missing::not_applicable, Missing::withheld};
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    data.columns.push_back({std::to_string(i), "K" + std::to_string(i), kinds[i].first});
    row.cells.emplace_back(Measured(kinds[i].second));
    missing.cells.emplace_back(Measured(reasons[i % 3]));
  }
  data.rows = {row, missing};
  return data;
}

std::vector<std::vector<std::string>> rows_of(const std::string& bytes, const std::string& sheet = "it's") {
  return xlsx_table(bytes, sheet).rows;
}

/// A part of the package as text.
std::string part_of(const std::string& bytes, const char* name) {
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  REQUIRE(archive);
  zip_file_t* file = zip_fopen(archive, name, 0);
  REQUIRE(file);
  std::string text(1 << 20, '\0');
  text.resize(static_cast<std::size_t>(zip_fread(file, text.data(), text.size())));
  zip_fclose(file);
  zip_discard(archive);
  return text;
}

}  // namespace

TEST_CASE("Numbers come back from a workbook as they are printed, and symbols as texts", "[xlsx-writer]") {
  const auto bytes = write_workbook(workbook_with(all_kinds()));
  REQUIRE(bytes);
  const auto rows = rows_of(*bytes);
  REQUIRE(rows.size() >= 3);
  CHECK(rows[rows.size() - 3] == std::vector<std::string>{"Mått", "K0", "K1", "K2", "K3", "K4", "K5", "Id"});
  CHECK(rows[rows.size() - 2] ==
        std::vector<std::string>{"Totalt", "47.3", "-1.2", "33", "1204", "-0.29", "2025", "total"});
  CHECK(rows.back() == std::vector<std::string>{"Utan värde", "-", ".", "..", "-", ".", "..", "none"});
}

TEST_CASE("The same workbook gives the same bytes", "[xlsx-writer]") {
  const auto once = write_workbook(workbook_with(all_kinds()));
  const auto again = write_workbook(workbook_with(all_kinds()));
  REQUIRE(once);
  CHECK(*once == *again);
  CHECK(part_of(*once, "docProps/core.xml").find("2025-12-19T00:00:00Z") != std::string::npos);
}

TEST_CASE("No text of a workbook becomes a formula", "[xlsx-writer]") {
  const std::vector<std::string> texts{
      "=1+1", "+46 8",   "-1",     "@SUM(A1)", "\t=1", "{=1}", "0180", "1E5", "=HYPERLINK(\"https://example.org\")",
      "TRUE", "<b>&\"'", "_x0041_"};
  FigureData data{"=head", {{"t", "@head", DataColumn::Kind::text}, {"n", "+n", DataColumn::Kind::index}}, {}};
  for (const std::string& text : texts) data.rows.push_back({text, text, {text, text}});
  const auto bytes = write_workbook(workbook_with(data));
  REQUIRE(bytes);
  CHECK(part_of(*bytes, "xl/worksheets/sheet2.xml").find("<f>") == std::string::npos);
  const auto rows = rows_of(*bytes);
  REQUIRE(rows.size() > texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto& row = rows[rows.size() - texts.size() + i];
    const std::string expected = texts[i] == "\t=1" ? "\uFFFD=1" : texts[i];
    CHECK(row == std::vector<std::string>{expected, expected, expected, expected});
  }
}

TEST_CASE("A text that no cell can hold is made one that can", "[xlsx-writer]") {
  CHECK(cell_text("a\nb") == "a\nb");
  CHECK(cell_text(std::string("a\0b\x1b\xff\xef\xbf\xbe", 8)) == "a\uFFFDb\uFFFD\uFFFD\uFFFD");
  CHECK(cell_text("_x0041_") == "_x005F_x0041_");
  CHECK(cell_text("_x004_") == "_x004_");
  CHECK(cell_text(std::string(32766, 'a')).size() == 32766);
  CHECK(cell_text(std::string(40000, 'a')) == std::string(32766, 'a') + "…");
  std::string pairs;
  for (int i = 0; i < 20000; ++i) pairs += "😀";
  CHECK(cell_text(pairs).size() == 16383 * 4 + std::string("…").size());
  CHECK(write_workbook(workbook_with({"h", {}, {{"i", std::string(40000, 'a'), {}}}})));
}

TEST_CASE("The contents of a workbook lead to its sheets", "[xlsx-writer]") {
  const auto bytes = write_workbook(workbook_with(all_kinds()));
  REQUIRE(bytes);
  const std::string sheet = part_of(*bytes, "xl/worksheets/sheet1.xml");
  CHECK(sheet.find("location=\"'it''s'!A1\"") != std::string::npos);
  CHECK(rows_of(*bytes, "Innehåll").back() == std::vector<std::string>{"it's", "Rubrik"});
}

TEST_CASE("Heads stay in sight and are printed on every page", "[xlsx-writer]") {
  const auto bytes = write_workbook(workbook_with(all_kinds()));
  REQUIRE(bytes);
  const std::string sheet = part_of(*bytes, "xl/worksheets/sheet2.xml");
  CHECK(sheet.find("state=\"frozen\"") != std::string::npos);
  CHECK(sheet.find("orientation=\"landscape\"") != std::string::npos);
  CHECK(sheet.find("fitToHeight=\"0\"") != std::string::npos);
  CHECK(part_of(*bytes, "xl/workbook.xml").find("_xlnm.Print_Titles") != std::string::npos);
}

TEST_CASE("A workbook with a name that Excel has no sheet for is an error", "[xlsx-writer]") {
  Workbook book = workbook_with(all_kinds());
  book.sheets.back().name = "a/b";
  CHECK_FALSE(write_workbook(book));
  book.sheets.back().name = "innehåll";
  book.sheets.front().name = "Innehåll";
  book.sheets.push_back(book.sheets.back());
  CHECK_FALSE(write_workbook(book));
}
