// CSV as RFC 4180 describes it and as programs really write it: comma, semicolon or tab (found from the first line),
// UTF-8 with or without a byte order mark, LF, CRLF or CR, quoted fields with line breaks and doubled quotes. Records
// are read one by one without copying; every problem has its line and column.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "input/row_source.h"

namespace mognad {

class CsvReader final : public RowSource {
 public:
  /// Problems go to `problems` as they are found.
  CsvReader(std::string text, std::string file, Problems& problems);

  bool next() override;
  int line() const { return record_line_; }
  char separator() const { return separator_; }
  const std::string& file() const { return file_; }

  /// The place of a field of the current record; past the last one: the end of the record.
  Place place(std::size_t field) const override;
  std::string format() const override;

 private:
  void find_separator();
  void check_encoding();
  bool read_plain_field();
  bool read_quoted_field();
  bool end_field();
  bool end_of_line();

  std::string bytes_;
  std::string_view text_;
  std::string file_;
  Problems& problems_;
  std::size_t at_ = 0;
  int line_ = 1;
  int record_line_ = 0;
  std::size_t line_start_ = 0;
  std::size_t record_end_ = 0;  // where the last field of the record ends
  int record_end_line_ = 1;
  std::size_t record_end_line_start_ = 0;
  char separator_ = ',';
  struct Start {
    int line;
    std::size_t line_start;
    std::size_t offset;
  };
  std::vector<Start> starts_;
  std::deque<std::string> unquoted_;  // fields with doubled quotes, freed with the next record
};

}  // namespace mognad
