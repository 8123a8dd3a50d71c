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

using Cells = std::map<std::string, std::string>;  // "3:2" is the second column of the third row

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

/// liborcus asks where a cell stands that is named.
class OrcusNames final : public os::iface::import_reference_resolver {
 public:
  os::src_address_t resolve_address(std::string_view name) override {
    int column = 0;
    std::size_t letters = 0;
    for (; letters < name.size() && name[letters] >= 'A'; ++letters) column = column * 26 + (name[letters] - 'A' + 1);
    return {0, std::stoi(std::string(name.substr(letters))) - 1, column - 1};
  }
  os::src_range_t resolve_range(std::string_view name) override {
    return {resolve_address(name.substr(0, name.find(':'))), resolve_address(name.substr(name.find(':') + 1))};
  }
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
    if (!text.empty()) cells[fmt::format("{}:{}", row + 1, column + 1)] = std::move(text);
  }
  const OrcusTexts& texts_;
};

class OrcusWorkbook final : public os::iface::import_factory {
 public:
  os::iface::import_shared_strings* get_shared_strings() override { return &texts_; }
  os::iface::import_reference_resolver* get_reference_resolver(os::formula_ref_context_t) override { return &names_; }
  os::iface::import_sheet* append_sheet(os::sheet_t, std::string_view) override { return &sheet; }
  os::iface::import_sheet* get_sheet(std::string_view) override { return &sheet; }
  os::iface::import_sheet* get_sheet(os::sheet_t) override { return &sheet; }
  void finalize() override {}

 private:
  OrcusTexts texts_;
  OrcusNames names_;

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
      if (!rows->fields()[i].empty())
        cells[fmt::format("{}:{}", rows->place(i).line, rows->place(i).column)] = rows->fields()[i];
  CHECK(all_text(problems) == "");
  return cells;
}

std::string random_text(Random& random) {
  static const std::vector<std::string> kPieces{"a", "Ö", "&", "<", " ", "\"", "'", "é", "1", ",", "😀", "x"};
  std::string text = "t";
  for (int i = random.between(0, 6); i > 0; --i)
    text += kPieces[static_cast<std::size_t>(random.between(0, static_cast<int>(kPieces.size()) - 1))];
  return text + ".";
}

/// liborcus 0.17 passes over texts that stand in their cells, so it is given the same workbook with shared ones.
enum class Texts { shared, in_cells };

std::string random_cell(const std::string& name, const std::vector<std::string>& texts, Texts how, Random& random) {
  switch (random.between(0, 5)) {
    case 0: return "";
    case 1: return fmt::format(R"(<c r="{}" s="0"/>)", name);
    case 2: return fmt::format(R"(<c r="{}"><v>{}</v></c>)", name, random.between(-99999, 99999));
    case 3: return fmt::format(R"(<c r="{}"><v>{}</v></c>)", name, random.between(-99999, 99999) / 128.0);
    case 4: return fmt::format(R"(<c r="{}" t="b"><v>{}</v></c>)", name, random.between(0, 1));
    default: break;
  }
  const int index = random.between(0, static_cast<int>(texts.size()) - 1);
  if (how == Texts::shared) return fmt::format(R"(<c r="{}" t="s"><v>{}</v></c>)", name, index);
  return fmt::format(R"(<c r="{}" t="inlineStr"><is>{}</is></c>)", name, texts[static_cast<std::size_t>(index)]);
}

std::string random_workbook(Random random, Texts how) {
  std::string shared, rows;
  std::vector<std::string> texts;
  for (int i = random.between(1, 20); i > 0; --i) {
    const std::string text = xml_text(random_text(random));
    texts.push_back(random.between(0, 1) ? "<t>" + text + "</t>"
                                         : "<r><t>" + text + "</t></r><r><rPr><b/></rPr><t>" + text + "</t></r>");
    shared += "<si>" + texts.back() + "</si>";
  }
  const int last = random.between(1, 30);
  for (int row = random.between(1, 3); row <= last; row += random.between(1, 3)) {
    rows += fmt::format(R"(<row r="{}">)", row);
    for (int column = random.between(1, 30); column < 60; column += random.between(1, 9))
      rows += random_cell(column_name(column) + std::to_string(row), texts, how, random);
    rows += "</row>";
  }
  return workbook({{"Svar", "<sheetData>" + rows + "</sheetData>", {}}}, shared);
}

}  // namespace

TEST_CASE("Workbooks of every size and shape are read as liborcus reads them", "[input]") {
  std::size_t cells = 0;
  for (unsigned seed = 1; seed <= 100; ++seed) {
    INFO(seed);
    const std::string bytes = random_workbook(Random(seed), Texts::shared);
    const Cells theirs = read_by_orcus(bytes);
    CHECK(read_by_us(bytes) == theirs);
    CHECK(read_by_us(random_workbook(Random(seed), Texts::in_cells)) == theirs);
    cells += theirs.size();
  }
  CHECK(cells > 1'500);
}
