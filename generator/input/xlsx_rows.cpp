#include "input/xlsx_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "input/limit_problem.h"

namespace mognad {
namespace {}  // namespace

void XlsxRows::begin(std::string_view element, const XmlAttributes& attributes) {
  if (skipped_ > 0) return skip();
  switch (in_) {
    case In::outside: return element == "worksheet" ? enter(In::sheet) : skip();
    case In::sheet: return begin_in_sheet(element);
    case In::columns:
      if (element == "col") note_column(attributes);
      return skip();
    case In::rows: return element == "row" ? begin_row(attributes) : skip();
    case In::row: return element == "c" ? begin_cell(attributes) : skip();
    case In::cell: return begin_in_cell(element);
    case In::text: return element == "t" ? enter(In::text_alone) : element == "r" ? enter(In::run) : skip();
    case In::run: return element == "t" ? enter(In::text_of_run) : skip();
    case In::merges:
      if (element == "mergeCell") refuse_merged(attributes);
      return skip();
    case In::value:
    case In::text_alone:
    case In::text_of_run: return skip();
  }
}

void XlsxRows::begin_in_sheet(std::string_view element) {
  if (element == "sheetData") return enter(In::rows);
  if (element == "cols") return enter(In::columns);
  if (element == "mergeCells") return enter(In::merges);
  skip();
}

void XlsxRows::begin_in_cell(std::string_view element) {
  const bool own = cell_.type == "inlineStr";
  if (element == "f") cell_.formula = true;
  if (element != (own ? "is" : "v")) return skip();
  cell_.valued = true;
  enter(own ? In::text : In::value);
}

void XlsxRows::end(std::string_view) {
  if (skipped_ > 0) {
    --skipped_;
    return;
  }
  switch (in_) {
    case In::outside: return;
    case In::sheet: return enter(In::outside);
    case In::columns:
    case In::rows:
    case In::merges: return enter(In::sheet);
    case In::row: return end_row();
    case In::cell: return end_cell();
    case In::value:
    case In::text: return enter(In::cell);
    case In::run: return enter(In::text);
    case In::text_alone: return enter(In::text);
    case In::text_of_run: return enter(In::run);
  }
}

void XlsxRows::text(std::string_view piece) {
  if (skipped_ > 0 || (in_ != In::value && in_ != In::text_alone && in_ != In::text_of_run)) return;
  cell_.text += piece;
  if (cell_.text.size() > static_cast<std::size_t>(limits_.cell_bytes))
    refuse_size("the cell has", limits_.cell_bytes, "cell_bytes");
}

void XlsxRows::begin_row(const XmlAttributes& attributes) {
  const int before = row_;
  const char* given = attributes.find("r");
  const auto number = given                 ? sheet_number(given, kSheetRows)
                      : before < kSheetRows ? std::optional(before + 1)
                                            : std::nullopt;
  if (!number || *number <= before)
    return refuse(0,
                  number ? fmt::format("row {} stands after row {}", *number, before)
                         : fmt::format("'{}' is not a row of a sheet", excerpt(given ? given : "")),
                  kSaveWorkbookAgain);
  row_ = *number;
  row_is_hidden_ = attributes.is_true("hidden");
  errors_before_ = findings_.errors();
  row_text_.clear();
  row_fields_.clear();
  cell_.at = {row_, 0};
  enter(In::row);
}

void XlsxRows::begin_cell(const XmlAttributes& attributes) {
  const CellReference before = cell_.at;
  cell_.at = {row_, before.column + 1};
  cell_.type.clear();
  cell_.style.clear();
  cell_.text.clear();
  cell_.formula = cell_.valued = false;
  enter(In::cell);
  for (const char* const* pair = attributes.pairs(); *pair; pair += 2) {
    const std::string_view name = pair[0], value = pair[1];
    if (name == "t") cell_.type = value;
    if (name == "s") cell_.style = value;
    if (name != "r") continue;
    const auto at = cell_reference(value);
    if (!at)
      return refuse(cell_.at.column, fmt::format("'{}' is not a cell of a sheet", excerpt(value)), kSaveWorkbookAgain);
    if (at->row != row_ || at->column <= before.column)
      return refuse(cell_.at.column, fmt::format("the cell '{}' doesn't stand in order", excerpt(value)),
                    kSaveWorkbookAgain);
    cell_.at = *at;
  }
}

void XlsxRows::end_cell() {
  enter(In::row);
  const std::string_view value = values_.value(cell_);
  if (!value.empty()) add(value);
}

void XlsxRows::add(std::string_view value) {
  if (cell_.at.column > limits_.columns) return refuse_size("the row has", limits_.columns, "columns");
  if (value.size() > static_cast<std::size_t>(limits_.cell_bytes))
    return refuse_size("the cell has", limits_.cell_bytes, "cell_bytes");
  if (row_text_.size() + value.size() > static_cast<std::size_t>(limits_.row_bytes))
    return refuse_size("the row has", limits_.row_bytes, "row_bytes");
  row_fields_.push_back({cell_.at.column, row_text_.size(), value.size()});
  row_text_ += value;
}

void XlsxRows::end_row() {
  enter(In::rows);
  if (row_fields_.empty()) return;
  if (row_is_hidden_)
    findings_.warn("hidden rows", findings_.place(row_, 1),
                   fmt::format("row {} is hidden, and read all the same", row_),
                   "take hidden rows away if they don't belong to the data");
  reader_->pause();
}

void XlsxRows::copy_fields(std::vector<std::string_view>& to) const {
  to.assign(static_cast<std::size_t>(row_fields_.back().column), {});
  for (const Field& field : row_fields_)
    to[static_cast<std::size_t>(field.column) - 1] = std::string_view(row_text_).substr(field.offset, field.size);
}

void XlsxRows::note_column(const XmlAttributes& attributes) {
  if (hidden_column_ == 0 && attributes.is_true("hidden"))
    hidden_column_ = sheet_number(attributes.text("min"), kSheetColumns).value_or(0);
}

void XlsxRows::refuse_merged(const XmlAttributes& attributes) {
  const std::string_view range = attributes.text("ref");
  const CellReference first = cell_reference(range.substr(0, range.find(':'))).value_or(CellReference{});
  findings_.error("merged cells", findings_.place(first.row, first.column),
                  fmt::format("cells {} are merged", excerpt(range)),
                  "unmerge them: each cell must have its own value");
}

void XlsxRows::refuse(int column, std::string message, std::string hint) {
  refuse(error_at(findings_.place(std::max(row_, 1), column), std::move(message), std::move(hint)));
}

void XlsxRows::refuse(Problem problem) {
  findings_.tell("structure", std::move(problem));
  reader_->stop();
}

void XlsxRows::refuse_size(const char* found, std::int64_t most, const char* key) {
  refuse(limit_problem(findings_.place(std::max(row_, 1), cell_.at.column), found, most, key));
}

}  // namespace mognad
