#include "input/csv_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "input/open_rows.h"

namespace mognad {
namespace {

/// The offset of the first byte that is not valid UTF-8, or npos.
std::size_t invalid_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x80) {
      ++i;
      continue;
    }
    const std::size_t more = c >= 0xC2 && c <= 0xDF ? 1 : c >= 0xE0 && c <= 0xEF ? 2 : c >= 0xF0 && c <= 0xF4 ? 3 : 0;
    if (more == 0 || i + more >= text.size()) return i;
    for (std::size_t k = 1; k <= more; ++k)
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return i;
    const auto second = static_cast<unsigned char>(text[i + 1]);
    if ((c == 0xE0 && second < 0xA0) || (c == 0xED && second > 0x9F) || (c == 0xF0 && second < 0x90) ||
        (c == 0xF4 && second > 0x8F))
      return i;
    i += more + 1;
  }
  return std::string_view::npos;
}

constexpr char kSeparators[] = {',', ';', '\t'};

/// Whether a line ends with the byte at `i`: LF, or CR without LF.
bool ends_line(std::string_view text, std::size_t i) {
  return text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.size() || text[i + 1] != '\n'));
}

int characters(std::string_view text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

CsvReader::CsvReader(std::string text, std::string file, Problems& problems)
    : bytes_(std::move(text)), text_(bytes_), file_(std::move(file)), problems_(problems) {
  check_encoding();
  find_separator();
}

void CsvReader::check_encoding() {
  if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
  const std::size_t bad = invalid_utf8(text_);
  if (bad == std::string_view::npos) return;
  const std::string_view before = text_.substr(0, bad);
  int line = 1;
  std::size_t line_start = 0;
  for (std::size_t i = 0; i < bad; ++i)
    if (ends_line(text_, i)) ++line, line_start = i + 1;
  problems_.push_back(error_at({file_, line, 1 + characters(before.substr(line_start))},
                               fmt::format("byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(text_[bad])),
                               "save the file as \"CSV UTF-8\""));
  text_ = {};
}

void CsvReader::find_separator() {
  std::ptrdiff_t counts[3] = {};
  bool quoted = false;
  for (const char c : text_) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    for (std::size_t i = 0; i < 3; ++i) counts[i] += c == kSeparators[i];
  }
  const auto most = std::max_element(std::begin(counts), std::end(counts));
  separator_ = kSeparators[static_cast<std::size_t>(most - std::begin(counts))];
}

bool CsvReader::end_of_line() {
  if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
  ++at_;
  ++line_;
  line_start_ = at_;
  return true;
}

bool CsvReader::next() {
  while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) end_of_line();
  if (at_ >= text_.size()) return false;
  fields_.clear();
  starts_.clear();
  unquoted_.clear();
  record_line_ = line_;
  bool more = true;
  while (more) {
    starts_.push_back({line_, line_start_, at_});
    more = at_ < text_.size() && text_[at_] == '"' ? read_quoted_field() : read_plain_field();
  }
  return true;
}

bool CsvReader::read_plain_field() {
  const std::size_t start = at_;
  while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
  fields_.push_back(text_.substr(start, at_ - start));
  return end_field();
}

/// After a field: true when another one follows in this record.
bool CsvReader::end_field() {
  record_end_ = at_;
  record_end_line_ = line_;
  record_end_line_start_ = line_start_;
  if (at_ >= text_.size()) return false;
  if (text_[at_] == separator_) {
    ++at_;
    return true;
  }
  end_of_line();
  return false;
}

bool CsvReader::read_quoted_field() {
  const std::size_t start = ++at_;
  bool doubled = false;
  while (at_ < text_.size()) {
    if (text_[at_] == '"') {
      if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
      doubled = true;
      ++at_;
    } else if (ends_line(text_, at_)) {
      ++line_;
      line_start_ = at_ + 1;
    }
    ++at_;
  }
  std::string_view content = text_.substr(start, at_ - start);
  if (at_ >= text_.size()) {
    problems_.push_back(error_at(place(starts_.size() - 1), "a quoted field is not closed", "add the missing quote"));
  } else {
    ++at_;
  }
  if (doubled) {
    std::string& plain = unquoted_.emplace_back();
    for (std::size_t i = 0; i < content.size(); ++i) {
      plain += content[i];
      if (content[i] == '"') ++i;
    }
    content = plain;
  }
  fields_.push_back(content);
  const std::size_t after = at_;
  while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
  if (at_ > after)
    problems_.push_back(error_at(place(starts_.size() - 1), "text follows the closing quote of a field",
                                 "write a quote inside a field twice"));
  return end_field();
}

Place CsvReader::place(std::size_t field) const {
  if (starts_.empty()) return {file_, line_, 1};
  const Start end{record_end_line_, record_end_line_start_, record_end_};
  const Start& start = field < starts_.size() ? starts_[field] : end;
  const std::size_t offset = field < starts_.size() ? start.offset : record_end_;
  return {file_, start.line, 1 + characters(text_.substr(start.line_start, offset - start.line_start))};
}

std::string CsvReader::format() const {
  return fmt::format("CSV with {}", separator_ == ',' ? "commas" : separator_ == ';' ? "semicolons" : "tabs");
}

std::unique_ptr<RowSource> open_csv(TableInput input) {
  std::string bytes(static_cast<std::size_t>(input.file->size()), '\0');
  if (!input.file->read_at(0, bytes).take(input.problems)) return nullptr;
  return std::make_unique<CsvReader>(std::move(bytes), input.table.path, input.problems);
}

}  // namespace mognad
