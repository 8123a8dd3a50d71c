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

/// Takes the events of one element. The parser tells what was read but not where, so the offset of each token is kept
/// beside: what stands between two tokens is white space, a comma or a colon.
class RowEvents : public nlohmann::json_sax<json> {
 public:
  RowEvents(const JsonElement& element, const std::string& file, RepeatedProblems& repeated, Problems& problems,
            std::vector<JsonCell>& cells)
      : element_(element), text_(element.bytes), file_(file), repeated_(repeated), problems_(problems), cells_(cells) {}

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

  bool number() {
    const std::string_view written = word_at(next_token());
    return value(std::string(written), pass(written.size()));
  }

  bool value(std::string content, std::size_t at) {
    if (depth_ <= 1) cells_.push_back({std::move(name_), name_at_, std::move(content), at});
    return true;
  }

  bool open(const char* what) {
    const std::size_t at = pass(1);
    if (depth_ == 1) {
      repeated_.error("list or object as a value", element_.place(file_, at), fmt::format("the value is {}", what),
                      kValues);
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
  const std::string& file_;
  RepeatedProblems& repeated_;
  Problems& problems_;
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
  const auto error = [&](std::size_t at, std::string message, const char* hint) {
    problems_.push_back(error_at(element_.place(file_, at), std::move(message), hint));
    return false;
  };
  if (what.id == kOutOfRange)
    return error(token, fmt::format("the number '{}' is too large", excerpt(word_at(token))),
                 "expected at most 1.8e308");
  if (reason.starts_with("invalid literal") || reason.starts_with("invalid number"))
    return error(token, fmt::format("'{}' is not a value of JSON", excerpt(word_at(token))), kValues);
  if (reason.find("ill-formed UTF-8") != std::string::npos)
    return error(last, fmt::format("byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(text_[last])),
                 "save the file as UTF-8");
  const bool mark = std::string_view(",:[]{}").find(text_[last]) != std::string_view::npos;
  const bool inside = reason.starts_with("invalid string");
  return error(mark || inside ? last : token, fmt::format("this is not JSON: {}", reason), "");
}

}  // namespace

bool read_json_row(const JsonElement& element, const std::string& file, RepeatedProblems& repeated, Problems& problems,
                   std::vector<JsonCell>& cells) {
  cells.clear();
  RowEvents events(element, file, repeated, problems, cells);
  return json::sax_parse(element.bytes, &events);
}

}  // namespace mognad
