#include "report/message_pieces.h"

#include <fmt/format.h>

#include "base/code_point.h"
#include "base/html_entity.h"
#include "base/problem.h"

namespace mognad {
namespace {

constexpr const char* kReplacement = "\uFFFD";

bool is_line_separator(char32_t c) { return c == 0x2028 || c == 0x2029; }

/// One line of UTF-8, without blanks at its ends.
std::string one_line(std::string_view text) {
  std::string line;
  bool blank = false;
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    const std::string_view bytes = text.substr(0, point.valid() ? point.bytes : 1);
    text.remove_prefix(bytes.size());
    if (point.valid() && is_direction_control(point.value)) continue;
    if (point.valid() && (point.value == ' ' || is_control(point.value) || is_line_separator(point.value))) {
      blank = true;
      continue;
    }
    if (blank && !line.empty()) line += ' ';
    blank = false;
    line += point.valid() ? bytes : kReplacement;
  }
  return line;
}

class MessageSplitter {
 public:
  explicit MessageSplitter(std::string_view text) : rest_(text) {}

  MessagePieces run() {
    while (!rest_.empty()) step();
    close_piece();
    if (open_) fault("a '[' is never closed", "close it with ']', or write '[[' for a bracket");
    return std::move(found_);
  }

 private:
  void step() {
    const char sign = rest_.front();
    if (std::string_view("{}[]").find(sign) == std::string_view::npos) return keep(1);
    if (rest_.size() > 1 && rest_[1] == sign) {
      letters_ += sign;
      return rest_.remove_prefix(2);
    }
    if (sign == '{') return placeholder();
    if (sign == '[') return open();
    if (sign == ']') return close();
    fault("a '}' stands alone", "write '}}' for a brace");
    keep(1);
  }

  void keep(std::size_t bytes) {
    letters_ += rest_.substr(0, bytes);
    rest_.remove_prefix(bytes);
  }

  void placeholder() {
    const std::size_t end = rest_.find_first_of("{}[]\n", 1);
    if (end == std::string_view::npos || rest_[end] != '}') {
      fault(fmt::format("the brace of '{}' is not closed", excerpt(rest_.substr(0, 20))),
            "a placeholder is a name in braces, '{survey}'; write '{{' for a brace");
      return keep(1);
    }
    close_piece();
    found_.pieces.push_back({std::string(rest_.substr(1, end - 1)), true, open_});
    value_in_brackets_ = value_in_brackets_ || open_ > 0;
    rest_.remove_prefix(end + 1);
  }

  void open() {
    if (open_) fault("brackets stand in brackets", "close the first pair before the next, or write '[[' for a bracket");
    close_piece();
    open_ = ++pairs_;
    value_in_brackets_ = false;
    rest_.remove_prefix(1);
  }

  void close() {
    if (!open_) {
      fault("a ']' stands alone", "write ']]' for a bracket");
      return keep(1);
    }
    if (!value_in_brackets_)
      fault("brackets without a placeholder in them leave out nothing", "write '[[' and ']]' for brackets");
    close_piece();
    open_ = 0;
    rest_.remove_prefix(1);
  }

  void close_piece() {
    if (letters_.empty()) return;
    if (open_ && letters_.find('\n') != std::string::npos)
      fault("a line ends inside brackets", "each line has its own brackets");
    found_.pieces.push_back({std::move(letters_), false, open_});
    letters_.clear();
  }

  void fault(std::string message, std::string hint) { found_.faults.push_back({std::move(message), std::move(hint)}); }

  std::string_view rest_;
  MessagePieces found_;
  std::string letters_;
  int pairs_ = 0;
  int open_ = 0;
  bool value_in_brackets_ = false;
};

std::string line_of_value(const MessageValues& values, const std::string& name) {
  const auto found = values.find(name);
  return found == values.end() ? std::string() : one_line(found->second);
}

/// Pairs of brackets, by number, in which a value is missing.
std::vector<bool> brackets_left_out(const std::vector<MessagePiece>& pieces, const MessageValues& values) {
  std::vector<bool> out(1, false);
  for (const MessagePiece& piece : pieces) {
    out.resize(std::max(out.size(), static_cast<std::size_t>(piece.brackets) + 1), false);
    if (piece.brackets && piece.is_value && line_of_value(values, piece.text).empty())
      out[static_cast<std::size_t>(piece.brackets)] = true;
  }
  return out;
}

}  // namespace

MessagePieces split_message(std::string_view text) { return MessageSplitter(text).run(); }

std::string fill_message(std::string_view text, const MessageValues& values, MessageForm form) {
  const std::vector<MessagePiece> pieces = split_message(text).pieces;
  const std::vector<bool> out = brackets_left_out(pieces, values);
  std::string filled;
  for (const MessagePiece& piece : pieces) {
    if (out[static_cast<std::size_t>(piece.brackets)]) continue;
    if (!piece.is_value) filled += piece.text;
    else if (form == MessageForm::text) filled += line_of_value(values, piece.text);
    else filled += escaped_for_html(line_of_value(values, piece.text));
  }
  return filled;
}

std::string escaped_for_html(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    const std::size_t bytes = point.valid() ? point.bytes : 1;
    if (const char* entity = html_entity(static_cast<unsigned char>(text.front()))) out += entity;
    else out += point.valid() ? text.substr(0, bytes) : kReplacement;
    text.remove_prefix(bytes);
  }
  return out;
}

}  // namespace mognad
