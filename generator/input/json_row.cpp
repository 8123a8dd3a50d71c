#include "input/json_row.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

namespace mognad {
namespace {

using nlohmann::json;

constexpr const char* kValues = "expected a text in quotes, a number, true, false or null";

std::string not_a_value(std::string_view word) { return fmt::format("'{}' is not a value of JSON", excerpt(word)); }

bool is_number(std::string_view word) {
  const std::string_view digits = word.substr(word.starts_with('-') ? 1 : 0);
  const bool leading_zero = digits.size() > 1 && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9';
  return !leading_zero && word.find_first_not_of("+-.0123456789eE") == std::string_view::npos;
}

/// Takes the events of one element. The parser tells what was read but not where, so the offset of each token is kept
/// beside: what stands between two tokens is white space, a comma or a colon.
class RowEvents : public nlohmann::json_sax<json> {
 public:
  RowEvents(const JsonElement& element, ProblemGroups& problems, std::vector<JsonCell>& cells)
      : element_(element), text_(element.bytes), problems_(problems), cells_(cells) {}

  bool null() override { return value({}, pass(4)); }
  bool boolean(bool yes) override { return value(yes ? "true" : "false", pass(yes ? 4 : 5)); }
  bool number_integer(number_integer_t) override { return number(); }
  bool number_unsigned(number_unsigned_t) override { return number(); }
  bool number_float(number_float_t, const string_t&) override { return number(); }
  bool string(string_t& content) override { return value(std::move(content), pass_string()); }
  bool binary(binary_t&) override { return false; }
  bool key(string_t& name) override {
    name_at_ = pass_string();
    name_ = std::move(name);
    return true;
  }
  bool start_object(std::size_t) override { return open("an object"); }
  bool start_array(std::size_t) override { return open("a list"); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& what) override;

 private:
  std::size_t next_token() const { return std::min(text_.find_first_not_of(" \t\r\n,:", end_), text_.size()); }
  std::string_view word_at(std::size_t at) const {
    return text_.substr(at, text_.find_first_of(" \t\r\n,:[]{}\"", at) - at);
  }

  std::size_t pass(std::size_t length) {
    const std::size_t at = next_token();
    end_ = at + length;
    return at;
  }
  std::size_t pass_string() {
    const std::size_t at = next_token();
    end_ = at + 1;
    while (text_[end_] != '"') end_ += text_[end_] == '\\' ? 2 : 1;
    ++end_;
    return at;
  }

  /// The parser takes the digits it can and leaves the rest, as of "01" and "0x1F", for the next token.
  bool number() {
    const std::size_t at = next_token();
    const std::string_view written = word_at(at);
    if (!is_number(written)) return tell(at, not_a_value(written), kValues);
    return value(std::string(written), pass(written.size()));
  }

  /// Adds a problem at an offset; false, as every event that ends the reading returns.
  bool tell(std::size_t at, std::string message, const char* hint) {
    problems_.tell(error_at(element_.place(problems_.file(), at), std::move(message), hint));
    return false;
  }

  bool value(std::string content, std::size_t at) {
    if (depth_ <= 1) cells_.push_back({std::move(name_), name_at_, std::move(content), at});
    return true;
  }

  bool open(const char* what) {
    const std::size_t at = pass(1);
    if (depth_ == 1) {
      if (problems_.admits(Severity::error, "list or object as a value"))
        tell(at, fmt::format("the value is {}", what), kValues);
      value({}, at);
    }
    ++depth_;
    return true;
  }

  bool close() {
    --depth_;
    pass(1);
    return true;
  }

  const JsonElement& element_;
  std::string_view text_;
  ProblemGroups& problems_;
  std::vector<JsonCell>& cells_;
  std::string name_;
  std::size_t name_at_ = 0;
  std::size_t end_ = 0;  // of the last token
  int depth_ = 0;
};

/// "[json.exception.parse_error.101] parse error at line 1, column 5: syntax error while parsing value - invalid
/// string: …; last read: '…'": the part that says what is wrong.
std::string reason_of(std::string_view words) {
  const std::size_t begin = words.find(" - ");
  if (begin != std::string_view::npos) words.remove_prefix(begin + 3);
  const std::size_t read = words.find("; last read: ");
  std::string reason(words.substr(0, read));
  const std::size_t expected = words.rfind("; expected ");
  if (read != std::string_view::npos && expected != std::string_view::npos && expected > read)
    reason += words.substr(expected);
  return reason;
}

bool RowEvents::parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& what) {
  constexpr int kOutOfRange = 406;
  const std::size_t token = next_token();
  const std::size_t last = std::min(position > 0 ? position - 1 : 0, text_.empty() ? 0 : text_.size() - 1);
  const std::string reason = reason_of(what.what());
  if (what.id == kOutOfRange)
    return tell(token, fmt::format("the number '{}' is too large", excerpt(word_at(token))),
                "expected at most 1.8e308");
  if (reason.starts_with("invalid literal") || reason.starts_with("invalid number"))
    return tell(token, not_a_value(word_at(token)), kValues);
  if (reason.find("ill-formed UTF-8") != std::string::npos)
    return tell(last, fmt::format("byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(text_[last])),
                "save the file as UTF-8");
  const bool mark = std::string_view(",:[]{}").find(text_[last]) != std::string_view::npos;
  const bool inside = reason.starts_with("invalid string");
  return tell(mark || inside ? last : token, fmt::format("this is not JSON: {}", reason), "");
}

}  // namespace

bool read_json_row(const JsonElement& element, ProblemGroups& problems, std::vector<JsonCell>& cells) {
  cells.clear();
  RowEvents events(element, problems, cells);
  return json::sax_parse(element.bytes, &events);
}

}  // namespace mognad
