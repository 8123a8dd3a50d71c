// The rows of a sheet as its XML goes by (ECMA-376 part 1, 18.3.1): a handler that pauses the reading at the end of
// every row with something in it. Only that row is held. Cells must stand in order, in rows that stand in order; where
// a name of a cell or a row is left out, it is the next. Merged cells, which follow the rows, are errors. For one
// thread at a time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dataset/input_limits.h"
#include "input/xlsx_values.h"
#include "input/xml_reader.h"

namespace mognad {

class XlsxRows final : public XmlHandler {
 public:
  XlsxRows(const XlsxWorkbook& workbook, const InputLimits& limits, XlsxFindings& findings)
      : limits_(limits), findings_(findings), values_(workbook, findings) {}

  /// Must be told before anything is read.
  void pause_with(XmlReader& reader) { reader_ = &reader; }

  /// Of the row at whose end the reading paused; 0 before any.
  int row() const { return row_; }
  /// Its fields up to the last that is not empty; the views are valid until reading goes on.
  void copy_fields(std::vector<std::string_view>& to) const;
  /// Whether a cell of that row was refused.
  bool is_refused() const { return findings_.errors() > errors_before_; }
  /// The first hidden column; 0 when there is none.
  int hidden_column() const { return hidden_column_; }

  void begin(std::string_view element, const XmlAttributes& attributes) override;
  void end(std::string_view element) override;
  void text(std::string_view piece) override;

 private:
  enum class In { outside, sheet, columns, rows, row, cell, value, text, text_alone, run, text_of_run, merges };
  struct Field {
    int column;
    std::size_t offset;
    std::size_t size;
  };

  void begin_in_sheet(std::string_view element);
  void begin_in_cell(std::string_view element);
  void begin_row(const XmlAttributes& attributes);
  void begin_cell(const XmlAttributes& attributes);
  void end_cell();
  void end_row();
  void add(std::string_view value);
  void note_column(const XmlAttributes& attributes);
  void refuse_merged(const XmlAttributes& attributes);
  void enter(In place) { in_ = place; }
  void skip() { ++skipped_; }
  void refuse(int column, std::string message, std::string hint);
  void refuse(Problem problem);
  void refuse_size(const char* found, std::int64_t most, const char* key);

  InputLimits limits_;
  XlsxFindings& findings_;
  XlsxValues values_;
  XmlReader* reader_ = nullptr;
  In in_ = In::outside;
  int skipped_ = 0;  // elements that are open and not known
  int row_ = 0;
  bool row_is_hidden_ = false;
  int errors_before_ = 0;  // this row
  int hidden_column_ = 0;
  XlsxCell cell_;
  std::string row_text_;
  std::vector<Field> row_fields_;
};

}  // namespace mognad
