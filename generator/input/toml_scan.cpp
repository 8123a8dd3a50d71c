#include "input/toml_scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "base/code_point.h"

namespace mognad {
namespace {

/// How deep a place of the text lies: by the last header, by the brackets around it, by the dots of its key.
class Nesting {
 public:
  std::int64_t levels() const { return header_ + around_ + dots_; }

  /// A character that stands in neither a string nor a comment.
  void pass(char c) {
    if (c == '\n') return end_line();
    if (c == ' ' || c == '\t' || c == '\r') return;
    const bool first = std::exchange(line_begins_, false);
    if (in_header_ || (c == '[' && first && open_.empty())) return pass_header(c);
    if (c == '[' || c == '{') return enter(c);
    if (c == ']' || c == '}') return leave();
    if (c == '=') in_value_ = true;
    else if (c == '.' && !in_value_) ++dots_;
    else if (c == ',') dots_ = 0, in_value_ = !open_.empty() && open_.back().list;
  }

  /// A string begins: on a line of its own it is a key.
  void pass_string() { line_begins_ = false; }

  /// Whether a string, list or table can begin behind a character: only a key has parts with a dot between.
  bool lets_follow(char before) const {
    return std::string_view(" \t\r\n=[{,").find(before) != std::string_view::npos || (before == '.' && !in_value_);
  }

 private:
  struct Open {
    std::int64_t around;
    bool list;
  };

  void pass_header(char c) {
    if (!in_header_) in_header_ = true, header_ = 1, dots_ = 0;
    else if (c == '.') ++header_;
  }

  void enter(char c) {
    open_.push_back({around_, c == '['});
    around_ += dots_ + 1;
    dots_ = 0;
    in_value_ = c == '[';
  }

  void leave() {
    if (open_.empty()) return;
    around_ = open_.back().around;
    open_.pop_back();
    dots_ = 0;
    in_value_ = true;
  }

  void end_line() {
    if (!open_.empty()) return;
    line_begins_ = true;
    in_header_ = in_value_ = false;
    dots_ = 0;
  }

  std::vector<Open> open_;
  std::int64_t header_ = 0, around_ = 0, dots_ = 0;
  bool line_begins_ = true, in_header_ = false, in_value_ = false;
};

class TomlScan {
 public:
  TomlScan(std::string_view text, const std::string& file, std::int64_t most_levels)
      : text_(text), file_(file), most_levels_(most_levels) {}

  Result<std::string> run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '#') skip_comment();
      else if (c == '"' || c == '\'') skip_string(c);
      else if (static_cast<unsigned char>(c) >= 0x80) skip_bare_word();
      else pass_bare();
    }
    if (!problems_.empty()) return std::move(problems_);
    return readable();
  }

 private:
  std::string readable() const {
    std::string made;
    std::size_t copied = 0;
    for (const std::size_t at : escaped_) {
      const CodePoint letter = first_code_point(text_.substr(at));
      made += text_.substr(copied, at - copied);
      made += fmt::format("\\U{:08X}", static_cast<unsigned>(letter.value));
      copied = at + letter.bytes;
    }
    return made.append(text_.substr(copied));
  }

  Place here() const { return {file_, line_, column_}; }

  /// The first of each kind is told.
  void tell(const char* kind, Place place, std::string message, std::string hint) {
    if (told_.insert(kind).second) problems_.push_back(error_at(std::move(place), std::move(message), std::move(hint)));
  }

  void advance() {
    const CodePoint c = first_code_point(text_.substr(at_));
    if (!c.valid())
      tell("encoding", here(), fmt::format("the byte {:02X} is not UTF-8", static_cast<unsigned char>(text_[at_])),
           "save the file as UTF-8");
    else check(c.value);
    at_ += c.valid() ? c.bytes : 1;
    if (c.valid() && c.value == '\n') ++line_, column_ = 1;
    else ++column_;
  }

  void advance(int count) {
    while (count-- > 0 && at_ < text_.size()) advance();
  }

  void check(char32_t c) {
    if (c == '\n' || c == '\t' || (c >= 0x20 && c < 0x7F)) return;
    if (c == '\r') {
      if (text_.substr(at_ + 1, 1) != "\n")
        tell("CR", here(), "a line ends in CR alone, expected LF or CRLF", "save the file with line ends of today");
    } else if (is_control(c)) {
      tell("control", here(), fmt::format("the control character {} stands here", name_of(c)),
           "remove it, or save the file again as plain text in UTF-8");
    } else if (is_direction_control(c)) {
      tell("direction", here(), fmt::format("{}, which turns the direction of writing, stands here unseen", name_of(c)),
           fmt::format("remove it, or write \"\\u{:04X}\" in a text that needs it", static_cast<unsigned>(c)));
    }
  }

  /// toml++ takes what is glued to a number for a part of it, and reads letters there that it must not.
  void check_beginning(const char* what) {
    if (at_ > 0 && !nesting_.lets_follow(text_[at_ - 1]))
      tell("beginning", here(), fmt::format("a {} begins in the middle of a word", what),
           "put a comma, '=' or a line end before it");
  }

  void pass_bare() {
    if (text_[at_] == '[') check_beginning("list");
    if (text_[at_] == '{') check_beginning("table");
    nesting_.pass(text_[at_]);
    if (nesting_.levels() > most_levels_)
      tell("depth", here(), fmt::format("tables and lists lie more than {} deep in one another", most_levels_),
           "no survey needs that; if yours does: --limit toml_depth=N");
    advance();
  }

  void skip_bare_word() {
    const Place place = here();
    const std::size_t told = problems_.size();
    while (at_ < text_.size() && static_cast<unsigned char>(text_[at_]) >= 0x80) advance();
    // What is wrong with the letter itself has been told.
    if (problems_.size() == told && told_.count("encoding") == 0)
      tell("bare letter", place, "a letter outside a–z stands in a name without quotes",
           "put the name in quotes: \"namn på något\" = …");
  }

  void skip_comment() {
    while (at_ < text_.size() && text_[at_] != '\n') advance();
  }

  void skip_string(char quote) {
    const Place begin = here();
    check_beginning("text");
    nesting_.pass_string();
    const std::string three(3, quote);
    const bool many_lines = text_.substr(at_, 3) == three;
    advance(many_lines ? 3 : 1);
    while (at_ < text_.size()) {
      if (text_[at_] == '\\' && quote == '"') pass_escape(many_lines);
      else if (many_lines && text_.substr(at_, 3) == three) return close_many_lines(quote);
      else if (!many_lines && text_[at_] == quote) return advance();
      else if (!many_lines && text_[at_] == '\n') break;
      else advance();
    }
    tell("text", begin, "this text is not closed",
         many_lines ? fmt::format("expected {} behind it", three)
                    : fmt::format("expected {} before the line ends", quote));
  }

  bool is_letter(std::size_t at) const { return at < text_.size() && static_cast<unsigned char>(text_[at]) >= 0x80; }

  /// A backslash and what belongs to it: a sign, or in a text of many lines the line end and the blanks around it.
  void pass_escape(bool many_lines) {
    const std::size_t next = std::min(text_.find_first_not_of(" \t", at_ + 1), text_.size());
    const bool line_ends = text_.substr(next, 1) == "\n" || text_.substr(next, 2) == "\r\n";
    if (is_letter(next))
      tell("escape", here(), "a backslash stands before a letter that has no such escape",
           "write \\\\ for a backslash");
    if (!many_lines || !line_ends) return advance(2);
    advance();
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) advance();
    if (is_letter(at_)) escaped_.push_back(at_);
  }

  /// Up to two quotes may stand before the three that close.
  void close_many_lines(char quote) {
    advance(3);
    for (int i = 0; i < 2 && at_ < text_.size() && text_[at_] == quote; ++i) advance();
  }

  std::string_view text_;
  const std::string& file_;
  std::int64_t most_levels_;
  std::size_t at_ = 0;
  int line_ = 1, column_ = 1;
  Nesting nesting_;
  std::vector<std::size_t> escaped_;  // letters that toml++ must not see as they are
  Problems problems_;
  std::set<std::string_view> told_;
};

}  // namespace

Result<std::string> scan_toml(std::string_view text, const std::string& file, std::int64_t most_levels) {
  return TomlScan(text, file, most_levels).run();
}

}  // namespace mognad
