#include "input/json_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "input/limit_problem.h"
#include "input/writable_text.h"
#include "language/edit_distance.h"
#include "language/normalise.h"

namespace mognad {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

/// Every second byte of a text in UTF-16 that begins with a bracket is null.
bool is_utf16(std::string_view first) {
  return first.starts_with("\xFF\xFE") || first.starts_with("\xFE\xFF") ||
         first.substr(0, 2).find('\0') != std::string_view::npos;
}

}  // namespace

JsonReader::JsonReader(TableInput input, std::unique_ptr<JsonScanner> scanner, JsonTable table)
    : input_(std::move(input)),
      scanner_(std::move(scanner)),
      table_(std::move(table)),
      problems_(input_.table.path, input_.problems) {}

bool JsonReader::end() {
  if (at_ != At::end) problems_.done();
  at_ = At::end;
  return false;
}

bool JsonReader::next() {
  switch (at_) {
    case At::start: return read_head() || end();
    case At::first_object:
      // The head was its names; now it is a row.
      at_ = At::rows;
      ++rows_;
      arrange();
      return true;
    case At::rows: return read_row() || end();
    case At::end: break;
  }
  return false;
}

bool JsonReader::read_head() {
  at_ = At::rows;
  if (table_.columns) {
    scanner_->bytes.go_to(*table_.columns);
    if (!scanner_->take(element_) || !parse_element()) return false;
  }
  scanner_->bytes.go_to(table_.rows);
  scanner_->bytes.advance();
  if (!table_.columns && !take_element()) return false;
  if (cells_.empty()) return scanner_->error(element_.start, "the head is empty, expected the names of the columns");
  if (table_.shape == JsonShape::objects) name_columns();
  else show_cells();
  return true;
}

bool JsonReader::read_row() {
  if (!take_element()) return false;
  if (++rows_ > input_.limits.rows)
    return scanner_->too_much(element_.start, "the table has", input_.limits.rows, "rows");
  if (table_.shape == JsonShape::objects) arrange();
  else show_cells();
  return true;
}

/// The next row of the list, read; false at the end of the list, or with a problem.
bool JsonReader::take_element() {
  if (!next_begins()) return false;
  const char bracket = table_.shape == JsonShape::objects ? '{' : '[';
  if (scanner_->bytes.peek() != bracket) return scanner_->unexpected(bracket == '{' ? "an object" : "a list");
  return scanner_->take(element_) && parse_element();
}

/// Passes over the comma between two rows; false at the end of the list.
bool JsonReader::next_begins() {
  const int byte = scanner_->bytes.skip_space();
  if (byte == ']') return finish_list();
  if (!std::exchange(first_, false)) return pass_comma(byte);
  return true;
}

bool JsonReader::pass_comma(int byte) {
  if (byte == JsonBytes::kEnd)
    return scanner_->error(table_.rows, "the file ends inside a list that begins here",
                           "the file may have been cut: export it again");
  if (byte != ',') return scanner_->unexpected("',' or ']'");
  scanner_->bytes.advance();
  scanner_->bytes.skip_space();
  return true;
}

bool JsonReader::finish_list() {
  scanner_->bytes.advance();
  // The rest of an object was read when its members were looked for.
  const bool whole_file = !table_.member && !table_.columns;
  if (whole_file && scanner_->bytes.skip_space() != JsonBytes::kEnd) scanner_->unexpected("the end of the file");
  return false;
}

bool JsonReader::parse_element() { return read_json_row(element_, problems_, cells_) && within_limits(); }

bool JsonReader::within_limits() {
  const InputLimits& limits = input_.limits;
  if (static_cast<std::int64_t>(cells_.size()) > limits.columns)
    return scanner_->too_much(element_.start, "the row has", limits.columns, "columns");
  for (JsonCell& cell : cells_) {
    const auto size = static_cast<std::int64_t>(std::max(cell.text.size(), cell.name.size()));
    if (size > limits.cell_bytes) {
      input_.problems.push_back(
          limit_problem(element_.place(input_.table.path, cell.at), "the cell has", limits.cell_bytes, "cell_bytes"));
      return false;
    }
    if (cell.text.find('\0') != std::string::npos || cell.name.find('\0') != std::string::npos) {
      const TextFault fault = null_character();
      tell_each(fault.kind, cell.at, fault.message, fault.hint);
    }
  }
  return true;
}

/// The head of a list of objects: the names of the first, each once.
void JsonReader::name_columns() {
  fields_.clear();
  starts_.clear();
  for (const JsonCell& cell : cells_) {
    std::string name = normalised(cell.name);
    if (columns_.emplace(name, head_.size()).second) {
      head_.push_back(std::move(name));
      starts_.push_back(cell.name_at);
    }
  }
  fields_.assign(head_.begin(), head_.end());
  at_ = At::first_object;
}

/// The fields of an object in the order of the head.
void JsonReader::arrange() {
  fields_.assign(head_.size(), {});
  starts_.assign(head_.size(), element_.bytes.size() - 1);
  given_.assign(head_.size(), false);
  std::size_t guess = 0;
  for (const JsonCell& cell : cells_) {
    const std::size_t column = column_of(cell, guess);
    if (column == head_.size())
      tell_each("unknown member", cell.name_at, fmt::format("the first object has no member '{}'", excerpt(cell.name)),
                hint_for(cell.name, head_));
    else assign(cell, column);
    guess = column + 1;
  }
}

void JsonReader::assign(const JsonCell& cell, std::size_t column) {
  if (given_[column]) {
    tell_each("member twice", cell.name_at,
              fmt::format("the member '{}' stands twice in the object", excerpt(cell.name)), {});
    return;
  }
  given_[column] = true;
  fields_[column] = cell.text;
  starts_[column] = cell.at;
}

void JsonReader::tell_each(std::string_view kind, std::size_t at, std::string message, std::string hint) {
  if (problems_.admits(Severity::error, kind))
    problems_.tell(error_at(element_.place(input_.table.path, at), std::move(message), std::move(hint)));
}

/// Most objects have their members in the order of the head: `guess` is tried before they are searched.
std::size_t JsonReader::column_of(const JsonCell& cell, std::size_t guess) const {
  if (guess < head_.size() && head_[guess] == cell.name) return guess;
  const auto found = columns_.find(normalised(cell.name));
  return found == columns_.end() ? head_.size() : found->second;
}

void JsonReader::show_cells() {
  fields_.clear();
  starts_.clear();
  for (const JsonCell& cell : cells_) {
    fields_.emplace_back(cell.text);
    starts_.push_back(cell.at);
  }
}

Place JsonReader::place(std::size_t field) const {
  return element_.place(input_.table.path, field < starts_.size() ? starts_[field] : element_.bytes.size() - 1);
}

std::string JsonReader::format() const {
  if (table_.columns) return "JSON, columns and values";
  const char* rows = table_.shape == JsonShape::objects ? "objects" : "lists";
  if (!table_.member) return fmt::format("JSON, a list of {}", rows);
  return fmt::format("JSON, the list of {} '{}'", rows, excerpt(*table_.member));
}

std::unique_ptr<RowSource> open_json(TableInput input) {
  std::string first(kMark.size(), '\0');
  const auto got = input.file->read_at(0, first).take(input.problems);
  if (!got) return nullptr;
  first.resize(*got);
  if (is_utf16(first)) {
    input.problems.push_back(
        error_at({input.table.path, 1, 1}, "the file is JSON in UTF-16, expected UTF-8", "save the file as UTF-8"));
    return nullptr;
  }
  auto scanner = std::make_unique<JsonScanner>(*input.file, input.table.path, input.limits, input.problems);
  // A byte order mark takes no column.
  if (first == kMark) scanner->bytes.go_to({.offset = kMark.size()});
  auto table = find_json_table(*scanner, input.table, input.problems);
  if (!table) return nullptr;
  return std::make_unique<JsonReader>(std::move(input), std::move(scanner), std::move(*table));
}

}  // namespace mognad
