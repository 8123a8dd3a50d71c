#include <fmt/format.h>

#include <algorithm>

#include "input/limit_problem.h"
#include "input/open_rows.h"
#include "input/xlsx_names.h"
#include "input/xlsx_rows.h"
#include "input/xlsx_sheet_choice.h"

namespace mognad {
namespace {

/// Rows of a sheet of an XLSX file (ECMA-376). Every row is as long as the head, or longer when something stands
/// beyond it.
class XlsxReader final : public RowSource {
 public:
  XlsxReader(std::unique_ptr<ZipArchive> archive, XlsxWorkbook workbook, const XlsxSheet& sheet,
             std::unique_ptr<ZipPart> part, const InputLimits& limits, Problems& problems)
      : archive_(std::move(archive)),
        workbook_(std::move(workbook)),
        sheet_(sheet.name),
        limits_(limits),
        findings_(fmt::format("{}[{}]", archive_->file(), excerpt(sheet.name)), problems),
        rows_(workbook_, limits, findings_),
        xml_(std::move(part), kSpreadsheetNamespaces, rows_, problems) {
    rows_.pause_with(xml_);
  }

  bool next() override;
  Place place(std::size_t field) const override {
    return findings_.place(std::max(rows_.row(), 1), static_cast<int>(field) + 1);
  }
  std::string format() const override { return fmt::format("XLSX, sheet '{}'", excerpt(sheet_)); }

 private:
  bool read_row();
  void take_head();
  bool refuse_rest();
  bool finish();

  std::unique_ptr<ZipArchive> archive_;
  XlsxWorkbook workbook_;
  std::string sheet_;
  InputLimits limits_;
  XlsxFindings findings_;
  XlsxRows rows_;
  XmlReader xml_;
  std::size_t width_ = 0;
  std::int64_t count_ = 0;
  bool finished_ = false;
};

bool XlsxReader::next() {
  if (!read_row()) return finish();
  rows_.copy_fields(fields_);
  if (width_ == 0) take_head();
  else if (++count_ > limits_.rows) return refuse_rest();
  if (fields_.size() < width_) fields_.resize(width_);
  return true;
}

/// A row with a cell that was refused is passed over: who reads it would only refuse it again. The head must stay the
/// head.
bool XlsxReader::read_row() {
  while (!finished_ && xml_.run() == XmlReader::State::paused)
    if (width_ == 0 || !rows_.is_refused()) return true;
  return false;
}

bool XlsxReader::refuse_rest() {
  findings_.tell("rows", limit_problem(place(0), "the sheet has", limits_.rows, "rows"));
  return finish();
}

void XlsxReader::take_head() {
  width_ = fields_.size();
  const int hidden = rows_.hidden_column();
  if (hidden > 0 && static_cast<std::size_t>(hidden) <= width_)
    findings_.warn("hidden columns", findings_.place(rows_.row(), hidden),
                   fmt::format("column {} is hidden, and read all the same", hidden),
                   "take hidden columns away if they don't belong to the data");
}

bool XlsxReader::finish() {
  if (!finished_) findings_.done();
  finished_ = true;
  return false;
}

}  // namespace

std::unique_ptr<RowSource> open_xlsx(TableInput input) {
  auto archive = ZipArchive::open(std::move(input.file), input.table.path, input.limits, input.problems);
  if (!archive) return nullptr;
  auto workbook = read_workbook(*archive, input.limits, input.problems);
  if (!workbook) return nullptr;
  const XlsxSheet* sheet = choose_sheet(*workbook, input.table, *archive, input.problems);
  if (!sheet) return nullptr;
  const XlsxSheet chosen = *sheet;
  auto part = archive->part(chosen.part);
  if (!part) return nullptr;
  return std::make_unique<XlsxReader>(std::move(archive), std::move(*workbook), chosen, std::move(part), input.limits,
                                      input.problems);
}

}  // namespace mognad
