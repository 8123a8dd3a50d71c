// CSV as RFC 4180 describes it and as programs really write it: comma, semicolon or tab (found from the first line, or
// said by a line "sep=;" before it, as Excel writes one), any encoding that TextDecoder reads, LF, CRLF or CR, quoted
// fields with line breaks and doubled quotes. A quote inside a field that doesn't begin with one is a character like
// others. The file is read in blocks of which only the record at hand is kept, and fields are parts of it; places are
// counted when they are asked for. What is larger than its limit (in bytes of UTF-8) ends the file with an error, and
// so does a quote that is never closed.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "input/csv_marks.h"
#include "input/open_rows.h"
#include "input/problem_groups.h"
#include "input/row_source.h"
#include "input/text_decoder.h"

namespace mognad {

class CsvReader final : public RowSource {
 public:
  explicit CsvReader(TableInput input, std::size_t block_bytes = TextDecoder::kBlockBytes);

  bool next() override;
  char separator() const { return separator_; }

  /// Past the last field: the end of the record.
  Place place(std::size_t field) const override;
  std::string format() const override;

 private:
  /// How far a record was read: to its line end, to the end of the text that is held, or that inside quotes.
  enum class Reach { line_end, text_end, open_quote };

  bool read_more();
  std::size_t first_line_end();
  void find_separator();
  void obey_separator_line();

  Reach read_record();
  void begin_record(std::size_t at);
  void end_field(std::size_t start, std::size_t content, std::size_t size);
  std::size_t after_line_end(std::size_t mark);
  bool read_quoted(std::size_t start, std::size_t& mark);
  std::string_view without_doubled_quotes(std::string_view content);

  bool accept_record();
  bool end_of_file(Reach reach);
  bool within_limits(std::size_t end);
  bool refuse_size(std::size_t start, const char* found, std::int64_t limit, const char* key);
  bool finish();
  Place place_at(std::size_t offset) const;

  const InputLimits limits_;
  ProblemGroups groups_;
  TextDecoder decoder_;
  char separator_;

  std::string text_;  // from the record at hand on, and CsvMarks::kEnd
  std::size_t end_ = 0;
  CsvMarks marks_;
  bool whole_ = false;  // the text is held to its end
  bool finished_ = false;

  int line_ = 1;  // of the record that is read next, which begins at at_
  std::size_t at_ = 0;
  int record_line_ = 1;  // of the record at hand
  std::size_t record_start_ = 0;
  std::size_t record_end_ = 0;
  std::int64_t records_ = 0;
  int breaks_ = 0;                   // lines ended inside its quotes
  std::vector<std::size_t> starts_;  // where its fields begin, with their quotes
  std::vector<std::size_t> strays_;  // fields with text behind the closing quote
  std::deque<std::string> plain_;    // fields that had doubled quotes; used again record by record
  std::size_t plain_used_ = 0;
};

}  // namespace mognad
