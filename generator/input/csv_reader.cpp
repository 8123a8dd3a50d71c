#include "input/csv_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "input/limit_problem.h"
#include "input/text_place.h"

namespace mognad {
namespace {

constexpr char kSeparators[] = {',', ';', '\t'};
constexpr std::string_view kSeparatorLine = "sep=";

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

std::string name_of_separator(char separator) {
  switch (separator) {
    case ',': return "commas";
    case ';': return "semicolons";
    case '\t': return "tabs";
    default: return fmt::format("'{}'", separator);
  }
}

}  // namespace

CsvReader::CsvReader(TableInput input, std::size_t block_bytes)
    : limits_(input.limits),
      groups_(input.table.path, input.problems),
      decoder_(std::move(input.file), input.table.encoding, groups_, block_bytes),
      separator_(input.table.separator) {
  obey_separator_line();
  if (separator_ == 0) find_separator();
  marks_ = CsvMarks(text_.data(), at_, separator_);
}

/// Lets go of the text before the record and holds at least twice as much as is left, so that a long record is gone
/// through only a few times.
bool CsvReader::read_more() {
  text_.resize(end_);
  text_.erase(0, at_);
  at_ = 0;
  const std::size_t held = text_.size();
  bool more = true;
  while (more && text_.size() <= 2 * held) more = decoder_.append_to(text_, line_);
  whole_ = !more && text_.size() == held;
  end_ = text_.size();
  text_ += CsvMarks::kEnd;
  marks_ = CsvMarks(text_.data(), at_, separator_);
  return !whole_;
}

/// Where the first line that is not empty ends, outside quotes; as far as a row may reach.
std::size_t CsvReader::first_line_end() {
  for (;;) {
    std::size_t at = at_;
    while (at < end_ && is_line_end(text_[at])) ++at;
    for (bool quoted = false; at < end_ && (quoted || !is_line_end(text_[at])); ++at) quoted ^= text_[at] == '"';
    if (at < end_ || end_ > static_cast<std::size_t>(limits_.row_bytes) || !read_more()) return at;
  }
}

/// Excel reads such a line as an instruction and shows none of it.
void CsvReader::obey_separator_line() {
  const std::size_t end = first_line_end();
  const std::string_view line = std::string_view(text_).substr(at_, end - at_);
  if (line.size() != kSeparatorLine.size() + 1 || !line.starts_with(kSeparatorLine) || line.back() == '"') return;
  if (separator_ == 0) separator_ = line.back();
  marks_ = CsvMarks(text_.data(), end, separator_);
  at_ = end < end_ ? after_line_end(marks_.next()) : end_;
  ++line_;
}

void CsvReader::find_separator() {
  const std::size_t end = first_line_end();
  std::ptrdiff_t counts[std::size(kSeparators)] = {};
  bool quoted = false;
  for (std::size_t at = at_; at < end; ++at) {
    quoted ^= text_[at] == '"';
    for (std::size_t i = 0; !quoted && i < std::size(kSeparators); ++i) counts[i] += text_[at] == kSeparators[i];
  }
  separator_ = kSeparators[std::max_element(std::begin(counts), std::end(counts)) - std::begin(counts)];
}

bool CsvReader::next() {
  while (!finished_) {
    const Reach reach = read_record();
    if (reach == Reach::line_end) return accept_record();
    if (!within_limits(end_)) return finish();
    if (whole_) return end_of_file(reach);
    read_more();
  }
  return false;
}

/// What was held when the file ended: a record without a line end, or less.
bool CsvReader::end_of_file(Reach reach) {
  if (!decoder_.failed() && reach == Reach::open_quote)
    groups_.tell(error_at(place_at(starts_.back()), "a quoted field is not closed", "add the missing quote"));
  if (decoder_.failed() || reach == Reach::open_quote || record_start_ == end_) return finish();
  at_ = end_;
  return accept_record();
}

bool CsvReader::accept_record() {
  if (!within_limits(record_end_)) return finish();
  const bool too_many = records_++ > limits_.rows;  // the head is none of them
  if (too_many && !refuse_size(record_start_, "the file has", limits_.rows, "rows")) return finish();
  for (const std::size_t field : strays_)
    if (groups_.admits(Severity::error, "text after a quote"))
      groups_.tell(
          error_at(place(field), "text follows the closing quote of a field", "write a quote inside a field twice"));
  return true;
}

bool CsvReader::finish() {
  finished_ = true;
  groups_.done();
  return false;
}

void CsvReader::begin_record(std::size_t at) {
  record_start_ = at;
  record_line_ = line_;
  breaks_ = 0;
  plain_used_ = 0;
  fields_.clear();
  starts_.clear();
  strays_.clear();
}

void CsvReader::end_field(std::size_t start, std::size_t content, std::size_t size) {
  starts_.push_back(start);
  fields_.emplace_back(text_.data() + content, size);
}

std::size_t CsvReader::after_line_end(std::size_t mark) {
  if (text_[mark] == '\r' && mark + 1 < end_ && text_[mark + 1] == '\n') return marks_.next() + 1;
  return mark + 1;
}

CsvReader::Reach CsvReader::read_record() {
  const auto columns = static_cast<std::size_t>(limits_.columns);
  begin_record(at_);
  std::size_t start = at_;
  for (;;) {
    std::size_t mark = marks_.next();
    if (text_[mark] == '"') {
      if (mark != start) continue;
      if (!read_quoted(start, mark)) return Reach::open_quote;
    } else if (mark == record_start_ && mark < end_ && text_[mark] != separator_) {  // an empty line
      at_ = start = after_line_end(mark);
      ++line_;
      begin_record(start);
      continue;
    } else {
      end_field(start, start, std::min(mark, end_) - start);
    }
    record_end_ = std::min(mark, end_);
    if (mark >= end_) return Reach::text_end;
    start = mark + 1;
    if (text_[mark] == separator_ && fields_.size() <= columns) continue;
    at_ = after_line_end(mark);
    line_ += breaks_ + 1;
    return Reach::line_end;
  }
}

/// Reads a field from its opening quote to the mark behind it; false when it isn't closed in the text that is held.
bool CsvReader::read_quoted(std::size_t start, std::size_t& mark) {
  bool doubled = false;
  for (mark = marks_.next(); mark < end_; mark = marks_.next()) {
    if (text_[mark] == '"' && text_[mark + 1] != '"') break;
    if (text_[mark] == '"') doubled = true, marks_.next();
    else if (text_[mark] != separator_ && ends_line(text_, mark)) ++breaks_;
  }
  const std::size_t content = start + 1;
  end_field(start, content, std::min(mark, end_) - content);
  if (mark >= end_) return false;
  if (doubled) fields_.back() = without_doubled_quotes(fields_.back());
  const std::size_t closing = mark;
  do mark = marks_.next();
  while (text_[mark] == '"');
  if (mark != closing + 1) strays_.push_back(fields_.size() - 1);
  return true;
}

std::string_view CsvReader::without_doubled_quotes(std::string_view content) {
  if (plain_used_ == plain_.size()) plain_.emplace_back();
  std::string& plain = plain_[plain_used_++];
  plain.clear();
  for (std::size_t i = 0; i < content.size(); ++i) {
    plain += content[i];
    if (content[i] == '"') ++i;
  }
  return plain;
}

/// The record at hand, read to `end`.
bool CsvReader::within_limits(std::size_t end) {
  const auto columns = static_cast<std::size_t>(limits_.columns);
  if (fields_.size() > columns) return refuse_size(starts_[columns], "the row has", limits_.columns, "columns");
  const auto cell_bytes = static_cast<std::size_t>(limits_.cell_bytes);
  if (end - record_start_ > cell_bytes)
    for (std::size_t i = 0; i < fields_.size(); ++i)
      if (fields_[i].size() > cell_bytes)
        return refuse_size(starts_[i], "the field has", limits_.cell_bytes, "cell_bytes");
  if (end - record_start_ <= static_cast<std::size_t>(limits_.row_bytes)) return true;
  return refuse_size(record_start_, "the row has", limits_.row_bytes, "row_bytes");
}

/// False, so that a check may end with it.
bool CsvReader::refuse_size(std::size_t start, const char* found, std::int64_t limit, const char* key) {
  Problem problem = limit_problem(place_at(start), found, limit, key);
  if (key == std::string_view("cell_bytes") && text_[start] == '"')
    problem.hint = "close the quote at its start, or " + problem.hint;
  groups_.tell(std::move(problem));
  return false;
}

Place CsvReader::place_at(std::size_t offset) const {
  return place_after(groups_.file(), record_line_,
                     std::string_view(text_).substr(record_start_, offset - record_start_));
}

Place CsvReader::place(std::size_t field) const {
  return place_at(field < starts_.size() ? starts_[field] : record_end_);
}

std::string CsvReader::format() const {
  return fmt::format("CSV with {}, {}", name_of_separator(separator_), decoder_.encoding_name());
}

std::unique_ptr<RowSource> open_csv(TableInput input) { return std::make_unique<CsvReader>(std::move(input)); }

}  // namespace mognad
