#include "export/xlsx/workbook_writer.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <memory>

#include "base/calendar.h"
#include "export/xlsx/cell_text.h"
#include "export/xlsx/sheet_writer.h"
#include "files/unnamed_file.h"

namespace mognad {
namespace {

struct FreeWorkbook {
  void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
};
using Book = std::unique_ptr<lxw_workbook, FreeWorkbook>;

/// "2025-12-19" in seconds; with no such date the epoch, as the same bytes are needed in any case.
time_t seconds_of(const std::string& date) {
  constexpr long long kDay = 86400;
  constexpr std::size_t kLength = 10;
  if (date.size() != kLength) return kDay;
  const auto digits = [&](std::size_t from, std::size_t count) {
    int number = 0;
    for (const char c : date.substr(from, count)) number = number * 10 + (c - '0');
    return number;
  };
  return static_cast<time_t>(days_since_1970(digits(0, 4), digits(5, 2), digits(8, 2)) * kDay);
}

void set_properties(lxw_workbook* book, const Workbook& workbook) {
  std::string title = cell_text(workbook.title);
  std::string author = cell_text(workbook.author);
  std::string notice = cell_text(workbook.notice);
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.author = author.data();
  properties.comments = notice.data();
  properties.created = seconds_of(workbook.date);
  workbook_set_properties(book, &properties);
}

Problem refused(const Workbook& workbook, const std::string& what, lxw_error error) {
  return error_at({workbook.title}, fmt::format("{} can't be written: {}", what, lxw_strerror(error)));
}

std::optional<Problem> fill(lxw_workbook* book, const Workbook& workbook) {
  set_properties(book, workbook);
  const CellFormats formats(book);
  for (const Sheet& sheet : workbook.sheets) {
    if (const lxw_error error = workbook_validate_sheet_name(book, sheet.name.c_str()); error != LXW_NO_ERROR)
      return refused(workbook, fmt::format("the sheet '{}'", sheet.name), error);
    if (auto problem = write_sheet(workbook_add_worksheet(book, sheet.name.c_str()), sheet, workbook, formats))
      return problem;
  }
  return std::nullopt;
}

}  // namespace

Result<std::string> write_workbook(const Workbook& workbook) {
  Problems problems;
  const auto file = UnnamedFile::make(workbook.title).take(problems);
  if (!file) return problems;
  std::string folder = folder_in_memory();
  lxw_workbook_options options{};
  if (!folder.empty()) options.tmpdir = folder.data();
  Book book(workbook_new_opt(file->path().c_str(), &options));
  if (!book) return error_at({workbook.title}, "there is no memory for the workbook");
  if (auto problem = fill(book.get(), workbook)) return *problem;
  // Closing writes the file and frees the book, whether it could be written or not.
  if (const lxw_error error = workbook_close(book.release()); error != LXW_NO_ERROR)
    return refused(workbook, "the workbook", error);
  return file->bytes();
}

}  // namespace mognad
