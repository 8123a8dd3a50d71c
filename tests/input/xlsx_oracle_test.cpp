// Workbooks of every size and shape, read by this program and by liborcus.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <charconv>
#include <orcus/orcus_xlsx.hpp>
#include <orcus/spreadsheet/import_interface.hpp>

#include "input/reading.h"
#include "input/xlsx_table.h"
#include "statistics/random.h"
#include "support/xlsx_file.h"

using namespace mognad;
using namespace mognad::test;

namespace os = orcus::spreadsheet;

namespace {

using Cells = std::map<std::pair<int, int>, std::string>;  // by row and column, from 1

/// The texts that cells share, as liborcus hands them over: whole ones, and runs.
class OrcusTexts final : public os::iface::import_shared_strings {
 public:
  std::size_t append(std::string_view text) override { return add(text); }
  std::size_t add(std::string_view text) override {
    texts.emplace_back(text);
    return texts.size() - 1;
  }
  void set_segment_bold(bool) override {}
  void set_segment_italic(bool) override {}
  void set_segment_font(std::size_t) override {}
  void set_segment_font_name(std::string_view) override {}
  void set_segment_font_size(double) override {}
  void set_segment_font_color(os::color_elem_t, os::color_elem_t, os::color_elem_t, os::color_elem_t) override {}
  void append_segment(std::string_view text) override { run_ += text; }
  std::size_t commit_segments() override { return add(std::exchange(run_, {})); }

  std::vector<std::string> texts;

 private:
  std::string run_;
};

class OrcusSheet final : public os::iface::import_sheet {
 public:
  explicit OrcusSheet(const OrcusTexts& texts) : texts_(texts) {}

  void set_auto(os::row_t row, os::col_t column, std::string_view text) override {
    set(row, column, std::string(text));
  }
  void set_string(os::row_t row, os::col_t column, os::string_id_t text) override {
    set(row, column, texts_.texts.at(text));
  }
  void set_value(os::row_t row, os::col_t column, double value) override {
    char digits[400];
    set(row, column, {digits, std::to_chars(digits, digits + 400, value, std::chars_format::fixed).ptr});
  }
  void set_bool(os::row_t row, os::col_t column, bool value) override { set(row, column, value ? "true" : "false"); }
  void set_date_time(os::row_t, os::col_t, int, int, int, int, int, double) override {}
  void set_format(os::row_t, os::col_t, std::size_t) override {}
  void set_format(os::row_t, os::col_t, os::row_t, os::col_t, std::size_t) override {}
  void fill_down_cells(os::row_t, os::col_t, os::row_t) override {}
  os::range_size_t get_sheet_size() const override { return {1'048'576, 16'384}; }

  Cells cells;

 private:
  void set(int row, int column, std::string text) {
    if (!text.empty()) cells[{row + 1, column + 1}] = std::move(text);
  }
  const OrcusTexts& texts_;
};

class OrcusWorkbook final : public os::iface::import_factory {
 public:
  os::iface::import_shared_strings* get_shared_strings() override { return &texts_; }
  os::iface::import_sheet* append_sheet(os::sheet_t, std::string_view) override { return &sheet; }
  os::iface::import_sheet* get_sheet(std::string_view) override { return &sheet; }
  os::iface::import_sheet* get_sheet(os::sheet_t) override { return &sheet; }
  void finalize() override {}

 private:
  OrcusTexts texts_;

 public:
  OrcusSheet sheet{texts_};
};

Cells read_by_orcus(const std::string& bytes) {
  OrcusWorkbook workbook;
  orcus::orcus_xlsx(&workbook).read_stream(bytes);
  return workbook.sheet.cells;
}

/// Ours with the number of every row.
Cells read_by_us(const std::string& bytes) {
  const MemoryFiles files({{"a.xlsx", bytes}});
  Problems problems;
  const auto rows = open_rows({.path = "a.xlsx"}, files, {}, problems);
  REQUIRE(rows);
  Cells cells;
  while (rows->next())
    for (std::size_t i = 0; i < rows->fields().size(); ++i)
      if (!rows->fields()[i].empty()) cells[{rows->place(i).line, rows->place(i).column}] = rows->fields()[i];
  INFO(all_text(problems));
  CHECK(problems.empty());
  return cells;
}

std::string random_text(Random& random) {
  static const std::vector<std::string> kPieces{"a", "Ö", "&", "<", " ", "\"", "'", "é", "1", ",", "😀", "x"};
  std::string text = "t";
  for (int i = random.between(0, 6); i > 0; --i)
    text += kPieces[static_cast<std::size_t>(random.between(0, static_cast<int>(kPieces.size()) - 1))];
  return text + ".";
}

std::string random_cell(const std::string& name, int shared, Random& random) {
  switch (random.between(0, 6)) {
    case 0: return "";
    case 1: return fmt::format(R"(<c r="{}" s="0"/>)", name);
    case 2: return fmt::format(R"(<c r="{}"><v>{}</v></c>)", name, random.between(-99999, 99999));
    case 3: return fmt::format(R"(<c r="{}"><v>{}</v></c>)", name, random.between(-99999, 99999) / 128.0);
    case 4: return fmt::format(R"(<c r="{}" t="b"><v>{}</v></c>)", name, random.between(0, 1));
    case 5: return fmt::format(R"(<c r="{}" t="s"><v>{}</v></c>)", name, random.between(0, shared - 1));
    default: return text_cell(name, random_text(random));
  }
}

std::string random_workbook(Random& random) {
  std::string shared, rows;
  const int texts = random.between(1, 20);
  for (int i = 0; i < texts; ++i) {
    const std::string text = xml_text(random_text(random));
    shared += random.between(0, 1) ? "<si><t>" + text + "</t></si>"
                                   : "<si><r><t>" + text + "</t></r><r><rPr><b/></rPr><t>" + text + "</t></r></si>";
  }
  const int last = random.between(1, 30);
  for (int row = random.between(1, 3); row <= last; row += random.between(1, 3)) {
    rows += fmt::format(R"(<row r="{}">)", row);
    for (int column = random.between(1, 30); column < 60; column += random.between(1, 9))
      rows += random_cell(column_name(column) + std::to_string(row), texts, random);
    rows += "</row>";
  }
  return workbook({{"Svar", "<sheetData>" + rows + "</sheetData>", {}}}, shared);
}

}  // namespace

TEST_CASE("Workbooks of every size and shape are read as liborcus reads them", "[input]") {
  std::size_t cells = 0;
  for (unsigned seed = 1; seed <= 100; ++seed) {
    INFO(seed);
    Random random(seed);
    const std::string bytes = random_workbook(random);
    const Cells ours = read_by_us(bytes);
    CHECK(ours == read_by_orcus(bytes));
    cells += ours.size();
  }
  CHECK(cells > 5'000);
}
