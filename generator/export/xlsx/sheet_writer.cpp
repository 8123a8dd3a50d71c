#include "export/xlsx/sheet_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/rounding.h"
#include "export/xlsx/cell_text.h"
#include "language/words.h"

namespace mognad {
namespace {

/// As a reader sees the number; the separators are those of the reader's own program (ECMA-376, 18.8.30).
const char* number_format(DataColumn::Kind kind) {
  switch (kind) {
    case DataColumn::Kind::index: return "0.0";
    case DataColumn::Kind::difference: return "+0.0;\u22120.0;0.0";
    case DataColumn::Kind::coefficient: return "0.00;\u22120.00;0.00";
    case DataColumn::Kind::count: return "#,##0";
    case DataColumn::Kind::share:
    case DataColumn::Kind::year: return "0";
    case DataColumn::Kind::text: break;
  }
  return "@";  // what is typed into it later stays a text, too
}

lxw_format* new_format(lxw_workbook* book, bool bold) {
  lxw_format* format = workbook_add_format(book);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (bold) format_set_bold(format);
  return format;
}

lxw_format* head_format(lxw_workbook* book, lxw_format_alignments align) {
  lxw_format* format = new_format(book, true);
  format_set_text_wrap(format);
  format_set_bottom(format, LXW_BORDER_THIN);
  format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM);
  format_set_align(format, align);
  return format;
}

lxw_format* text_format(lxw_workbook* book, bool bold) {
  lxw_format* format = new_format(book, bold);
  format_set_num_format(format, "@");
  format_set_text_wrap(format);
  return format;
}

lxw_format* number_cell_format(lxw_workbook* book, bool bold, const char* numbers) {
  lxw_format* format = new_format(book, bold);
  format_set_num_format(format, numbers);
  format_set_align(format, LXW_ALIGN_RIGHT);
  return format;
}

constexpr std::size_t kWidest = 60;  // characters of a column

class SheetWriter {
 public:
  SheetWriter(lxw_worksheet* worksheet, const Sheet& sheet, const Workbook& book, const CellFormats& formats)
      : worksheet_(worksheet), sheet_(sheet), book_(book), formats_(formats) {}

  std::optional<Problem> run() {
    write_notes();
    const lxw_row_t head = row_;
    write_head();
    for (const DataRow& row : sheet_.data.rows) write_row(row);
    set_widths();
    set_print(head);
    if (error_ == LXW_NO_ERROR) return std::nullopt;
    return error_at({book_.title},
                    fmt::format("the sheet '{}' can't be written: {}", sheet_.name, lxw_strerror(error_)));
  }

 private:
  /// The first thing that was refused is told.
  void take(lxw_error error) {
    if (error_ == LXW_NO_ERROR) error_ = error;
  }

  /// Always as a text: "=1+1" is one that begins with a sign.
  void put(lxw_col_t column, const std::string& text, lxw_format* format) {
    take(worksheet_write_string(worksheet_, row_, column, cell_text(text).c_str(), format));
  }

  void write_notes() {
    put(0, sheet_.title, formats_.title);
    ++row_;
    for (const std::string& note : sheet_.notes) {
      put(0, note, note == book_.notice ? formats_.notice : nullptr);
      ++row_;
    }
    ++row_;
  }

  lxw_col_t id_column() const { return static_cast<lxw_col_t>(sheet_.data.columns.size() + 1); }

  void write_head() {
    put(0, sheet_.data.row_head, formats_.head);
    lxw_col_t column = 1;
    for (const DataColumn& c : sheet_.data.columns)
      put(column++, c.head, c.kind == DataColumn::Kind::text ? formats_.text_head : formats_.number_head);
    if (!sheet_.contents) put(column, book_.id_head, formats_.text_head);
    ++row_;
  }

  void write_row(const DataRow& row) {
    set_height(row);
    if (sheet_.contents) write_link(row);
    else put(0, row.name, formats_.names[row.total]);
    const std::size_t count = std::min(row.cells.size(), sheet_.data.columns.size());
    for (std::size_t c = 0; c < count; ++c)
      write_cell(static_cast<lxw_col_t>(c + 1), sheet_.data.columns[c].kind, row.cells[c], row.total);
    if (!sheet_.contents) put(id_column(), row.id, formats_.ids);
    ++row_;
  }

  void write_link(const DataRow& row) {
    std::string quoted;
    for (const char c : row.id) quoted += c == '\'' ? "''" : std::string(1, c);
    const std::string target = fmt::format("internal:'{}'!A1", quoted);
    take(worksheet_write_url_opt(worksheet_, row_, 0, target.c_str(), formats_.link, cell_text(row.name).c_str(),
                                 nullptr));
  }

  /// Numbers as they are printed, no digit more: a reader must not learn from the workbook what the figure rounds off.
  void write_cell(lxw_col_t column, DataColumn::Kind kind, const Datum& cell, bool total) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
      put(column, *text, kind == DataColumn::Kind::text ? formats_.texts[total] : formats_.symbols[total]);
      return;
    }
    const Measured& value = std::get<Measured>(cell);
    if (!value) {
      put(column, std::string(symbol_of(value.reason())), formats_.symbols[total]);
      return;
    }
    take(worksheet_write_number(worksheet_, row_, column, round_half_away(value.number(), decimals_of(kind)) + 0.0,
                                formats_.cells[total][static_cast<std::size_t>(kind)]));
  }

  /// As wide as the contents, between what a number needs and what an eye takes in; longer texts wrap.
  void set_widths() {
    constexpr std::size_t kNarrowest = 9;
    const auto set = [&](lxw_col_t column, std::size_t characters) {
      const auto width = static_cast<double>(std::clamp(characters + 2, kNarrowest, kWidest));
      take(worksheet_set_column(worksheet_, column, column, width, nullptr));
      width_ += width;
    };
    std::size_t names = widest_line(sheet_.data.row_head);
    std::size_t ids = book_.id_head.size();
    for (const DataRow& row : sheet_.data.rows) {
      names = std::max(names, widest_line(row.name));
      ids = std::max(ids, widest_line(row.id));
    }
    set(0, names);
    for (std::size_t c = 0; c < sheet_.data.columns.size(); ++c) set(static_cast<lxw_col_t>(c + 1), column_width(c));
    if (!sheet_.contents) set(id_column(), ids);
  }

  std::size_t column_width(std::size_t c) const {
    constexpr std::size_t kWidestHead = 14;
    const DataColumn& column = sheet_.data.columns[c];
    std::size_t width = std::min(widest_line(column.head), kWidestHead);
    for (const DataRow& row : sheet_.data.rows)
      if (c < row.cells.size()) width = std::max(width, widest_line(plain_text(column, row.cells[c])));
    return width;
  }

  /// As high as its texts need: not every program measures wrapped texts when it opens a file.
  void set_height(const DataRow& row) {
    constexpr double kLine = 15;  // points, of the format's own font
    std::size_t lines = lines_of(row.name);
    for (const Datum& cell : row.cells)
      if (const auto* text = std::get_if<std::string>(&cell)) lines = std::max(lines, lines_of(*text));
    if (lines > 1) take(worksheet_set_row(worksheet_, row_, kLine * static_cast<double>(lines), nullptr));
  }

  static std::size_t lines_of(std::string_view text) {
    constexpr std::size_t kMostLines = 27;  // as high as a row may be: 409 points
    const auto breaks = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    return std::min(kMostLines, widest_line(text) / (kWidest - kWidest / 10) + breaks + 1);
  }

  /// A4 across, as many pages down as it needs, the head on each of them. A sheet that would be too small to read goes
  /// on to the right, the names on each page.
  void set_print(lxw_row_t head) {
    constexpr std::uint8_t kA4Paper = 9;
    worksheet_freeze_panes(worksheet_, head + 1, 1);
    worksheet_set_paper(worksheet_, kA4Paper);
    worksheet_set_landscape(worksheet_);
    constexpr double kReadable = 220;  // characters across a page, about 6 points high
    const double pages = std::ceil(width_ / kReadable);
    worksheet_fit_to_pages(worksheet_, static_cast<std::uint16_t>(pages), 0);
    if (pages > 1) take(worksheet_repeat_columns(worksheet_, 0, 0));
    take(worksheet_repeat_rows(worksheet_, head, head));
  }

  lxw_worksheet* worksheet_;
  const Sheet& sheet_;
  const Workbook& book_;
  const CellFormats& formats_;
  lxw_row_t row_ = 0;
  double width_ = 0;  // of all columns, in characters
  lxw_error error_ = LXW_NO_ERROR;
};

}  // namespace

CellFormats::CellFormats(lxw_workbook* book)
    : title(new_format(book, true)),
      notice(new_format(book, true)),
      head(head_format(book, LXW_ALIGN_LEFT)),
      number_head(head_format(book, LXW_ALIGN_RIGHT)),
      text_head(head_format(book, LXW_ALIGN_LEFT)),
      ids(text_format(book, false)),
      link(new_format(book, false)) {
  constexpr double kTitleSize = 14;
  constexpr lxw_color_t kLinkColour = 0x0563C1;  // what readers of workbooks know as a link
  format_set_font_size(title, kTitleSize);
  format_set_font_color(link, kLinkColour);
  format_set_underline(link, LXW_UNDERLINE_SINGLE);
  for (const bool bold : {false, true}) {
    for (std::size_t kind = 0; kind < kKinds; ++kind)
      cells[bold][kind] = number_cell_format(book, bold, number_format(static_cast<DataColumn::Kind>(kind)));
    names[bold] = text_format(book, bold);
    texts[bold] = text_format(book, bold);
    symbols[bold] = number_cell_format(book, bold, "@");
  }
  // A number may stand left of them, and would touch them.
  for (lxw_format* format : {text_head, ids, texts[0], texts[1]}) format_set_indent(format, 1);
}

std::optional<Problem> write_sheet(lxw_worksheet* worksheet, const Sheet& sheet, const Workbook& book,
                                   const CellFormats& formats) {
  return SheetWriter(worksheet, sheet, book, formats).run();
}

}  // namespace mognad
