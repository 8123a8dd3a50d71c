#include "verification/raw_syntax.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>

#include "verification/finding.h"
#include "verification/reference_table.h"

namespace mognad::verification {
namespace {

constexpr std::size_t kMostSyntaxFaults = 100;
// ISO 19005-3, 6.1.13.
constexpr std::size_t kLongestString = 32767;
constexpr std::size_t kLongestName = 127;
constexpr double kLargestReal = 3.403e38;
constexpr double kSmallestReal = 1.175e-38;

enum class Kind : unsigned char { regular, white, delimiter };

constexpr std::array<Kind, 256> kKinds = [] {
  std::array<Kind, 256> kinds{};
  for (const char c : {'\0', '\t', '\n', '\f', '\r', ' '}) kinds[static_cast<unsigned char>(c)] = Kind::white;
  for (const char c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'})
    kinds[static_cast<unsigned char>(c)] = Kind::delimiter;
  return kinds;
}();

Kind kind_of(char c) { return kKinds[static_cast<unsigned char>(c)]; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_hexadecimal(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class Scanner {
 public:
  Scanner(std::string_view bytes, const Document* document, std::string_view where)
      : bytes_(bytes), document_(document), where_(where) {}

  std::vector<RawFault> scan() {
    while (at_ < bytes_.size() && faults_.size() < kMostSyntaxFaults) step();
    return std::move(faults_);
  }

 private:
  void step();
  void literal_string();
  void hexadecimal_string();
  void name();
  void regular();
  void number(std::string_view token);
  void cross_references();
  void object_keyword(Token token);
  void end_of_object(Token token);
  void stream(Token token);
  void inline_image();

  bool in_file() const { return document_ != nullptr; }
  void fault(std::string_view rule, std::string found) {
    faults_.push_back({rule, in_file() && object_ ? at_object(object_) : std::string(where_), std::move(found)});
  }
  void check_length(std::size_t length) {
    if (length > kLongestString) fault("A3-6.1.13-3", "a string of " + std::to_string(length) + " bytes");
  }
  long long whole(Token token) const {
    long long value = -1;
    std::from_chars(bytes_.data() + token.begin, bytes_.data() + token.end, value);
    return value;
  }
  bool end_of_line_before(std::size_t at) const { return at == 0 || is_end_of_line(bytes_[at - 1]); }
  bool end_of_line_after(std::size_t at) const { return at >= bytes_.size() || is_end_of_line(bytes_[at]); }

  enum class Awaits { nothing, length, generation, reference };

  std::string_view bytes_;
  const Document* document_;  // null: the bytes are those of a stream
  std::string_view where_;
  std::size_t at_ = 0;
  int object_ = 0;
  int depth_ = 0;              // of dictionaries
  std::array<Token, 2> last_;  // the two numbers before a keyword
  Awaits awaits_ = Awaits::nothing;
  long long length_ = -1;  // what the Length of the object's dictionary says
  std::vector<RawFault> faults_;
};

void Scanner::step() {
  const char c = bytes_[at_];
  if (kind_of(c) == Kind::white) {
    ++at_;
  } else if (c == '%') {
    while (at_ < bytes_.size() && !is_end_of_line(bytes_[at_])) ++at_;
  } else if (c == '(') {
    literal_string();
  } else if (c == '<') {
    hexadecimal_string();
  } else if (c == '/') {
    name();
  } else if (kind_of(c) == Kind::regular) {
    regular();
  } else {
    if (c == '>' && at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '>') {
      --depth_;
      ++at_;
    }
    awaits_ = Awaits::nothing;
    ++at_;
  }
}

void Scanner::literal_string() {
  awaits_ = Awaits::nothing;
  int open = 1;
  std::size_t length = 0;
  for (++at_; at_ < bytes_.size() && open > 0; ++at_, ++length) {
    const char c = bytes_[at_];
    if (c == '(') ++open;
    if (c == ')') --open;
    if (c != '\\' || ++at_ >= bytes_.size() || !is_digit(bytes_[at_])) continue;
    // An escape of up to three octal digits is one byte.
    for (int more = 0; more < 2 && at_ + 1 < bytes_.size() && is_digit(bytes_[at_ + 1]); ++more) ++at_;
  }
  check_length(length > 0 ? length - 1 : 0);
}

void Scanner::hexadecimal_string() {
  awaits_ = Awaits::nothing;
  if (++at_ < bytes_.size() && bytes_[at_] == '<') {
    ++depth_;
    ++at_;
    return;
  }
  std::size_t digits = 0;
  bool foreign = false;
  for (; at_ < bytes_.size() && bytes_[at_] != '>'; ++at_) {
    if (is_white(bytes_[at_])) continue;
    ++digits;
    foreign = foreign || !is_hexadecimal(bytes_[at_]);
  }
  ++at_;
  if (digits % 2 != 0) fault("A3-6.1.6-1", "a hexadecimal string of " + std::to_string(digits) + " digits");
  if (foreign) fault("A3-6.1.6-2", "a hexadecimal string with other characters");
  check_length(digits / 2);
}

void Scanner::name() {
  const std::size_t begin = ++at_;
  std::size_t length = 0;
  for (; at_ < bytes_.size() && kind_of(bytes_[at_]) == Kind::regular; ++at_, ++length)
    if (bytes_[at_] == '#' && at_ + 2 < bytes_.size() && is_hexadecimal(bytes_[at_ + 1])) at_ += 2;
  if (length > kLongestName) fault("A3-6.1.13-4", "a name of " + std::to_string(length) + " bytes");
  const bool is_length = in_file() && depth_ == 1 && bytes_.substr(begin, at_ - begin) == "Length";
  awaits_ = is_length ? Awaits::length : Awaits::nothing;
}

void Scanner::regular() {
  Token token{at_, at_};
  while (at_ < bytes_.size() && kind_of(bytes_[at_]) == Kind::regular) ++at_;
  token.end = at_;
  const std::string_view text = bytes_.substr(token.begin, token.end - token.begin);
  if (is_digit(text[0]) || text[0] == '-' || text[0] == '+' || text[0] == '.') {
    number(text);
    last_ = {last_[1], token};
    if (awaits_ == Awaits::length) length_ = whole(token);
    if (awaits_ != Awaits::nothing) awaits_ = awaits_ == Awaits::length ? Awaits::generation : Awaits::reference;
    return;
  }
  if (!in_file()) {
    if (text == "ID") inline_image();
    return;
  }
  if (text == "R" && awaits_ == Awaits::reference)
    length_ =
        length_ <= std::numeric_limits<int>::max() ? document_->object(static_cast<int>(length_)).integer_or(-1) : -1;
  awaits_ = Awaits::nothing;
  if (text == "obj") object_keyword(token);
  else if (text == "endobj") end_of_object(token);
  else if (text == "stream") stream(token);
  else if (text == "xref") cross_references();
}

void Scanner::number(std::string_view token) {
  // Shorter ones can't be out of range.
  if (token.size() < 10) return;
  if (token[0] == '+') token.remove_prefix(1);
  if (token.find('.') == std::string_view::npos) {
    long long value = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
    if (error == std::errc() && value >= std::numeric_limits<std::int32_t>::min() &&
        value <= std::numeric_limits<std::int32_t>::max())
      return;
    fault("A3-6.1.13-1", "the integer " + std::string(token.substr(0, 30)));
  } else if (token.size() > 36) {
    double value = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
    const double size = std::abs(value);
    if (error == std::errc() && size <= kLargestReal && (size == 0 || size >= kSmallestReal)) return;
    fault("A3-6.1.13-2", "the number " + std::string(token.substr(0, 30)));
  }
}

void Scanner::cross_references() {
  std::size_t end = at_;
  object_ = 0;
  const std::string found = fault_of_table(bytes_, at_ - 4, end);
  if (!found.empty()) fault("A3-6.1.4-1", found);
  at_ = std::max(at_, end);
}

void Scanner::object_keyword(Token token) {
  const auto [number, generation] = last_;
  const long long value = whole(number);
  object_ = value > 0 && value < std::numeric_limits<int>::max() ? static_cast<int>(value) : 0;
  depth_ = 0;
  length_ = -1;
  if (number.end + 1 != generation.begin || generation.end + 1 != token.begin)
    fault("A3-6.1.9-1", "not one space each between number, generation and obj");
  else if (!end_of_line_before(number.begin)) fault("A3-6.1.9-1", "no end of line before the object's number");
  if (!end_of_line_after(token.end)) fault("A3-6.1.9-1", "no end of line after obj");
}

void Scanner::end_of_object(Token token) {
  if (!end_of_line_before(token.begin)) fault("A3-6.1.9-1", "no end of line before endobj");
  if (!end_of_line_after(token.end)) fault("A3-6.1.9-1", "no end of line after endobj");
}

void Scanner::stream(Token token) {
  static constexpr std::string_view kEnd = "endstream";
  const std::size_t line_end = end_of_line_at(bytes_, token.end);
  const bool right = line_end > 0 && bytes_[token.end + line_end - 1] == '\n';
  if (!right) fault("A3-6.1.7-2", "stream is not followed by LF or CR LF");
  const std::size_t data = token.end + line_end;
  const bool fits = length_ >= 0 && static_cast<unsigned long long>(length_) <= bytes_.size() - data;
  std::size_t end = fits ? data + static_cast<std::size_t>(length_) : data;
  const std::size_t line = end_of_line_at(bytes_, end);
  // A space or tab where an end of line should be isn't one.
  const std::size_t after = line == 0 && end < bytes_.size() && is_white(bytes_[end]) ? 1 : line;
  if (fits && bytes_.substr(end + after, kEnd.size()) == kEnd) {
    if (line == 0) fault("A3-6.1.7-2", "no end of line before endstream");
    at_ = end + after + kEnd.size();
    return;
  }
  end = bytes_.find(kEnd, data);
  const std::string said = length_ < 0 ? "no Length" : "Length " + std::to_string(length_);
  fault("A3-6.1.7-1", said + ", and endstream does not stand where it leads to");
  at_ = end == std::string_view::npos ? bytes_.size() : end + kEnd.size();
}

/// The data of an inline image may look like anything; it ends at EI between white-space (ISO 32000-1, 8.9.7).
void Scanner::inline_image() {
  for (std::size_t found = bytes_.find("EI", at_); found != std::string_view::npos;
       found = bytes_.find("EI", found + 1))
    if (is_white(bytes_[found - 1]) && (found + 2 >= bytes_.size() || is_white(bytes_[found + 2]))) {
      at_ = found + 2;
      return;
    }
  at_ = bytes_.size();
}

}  // namespace

bool is_white(char c) { return kind_of(c) == Kind::white; }

bool is_end_of_line(char c) { return c == '\r' || c == '\n'; }

std::size_t end_of_line_at(std::string_view bytes, std::size_t at) {
  if (at >= bytes.size() || !is_end_of_line(bytes[at])) return 0;
  return bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n' ? 2 : 1;
}

std::vector<RawFault> faults_of_file(const Document& document) {
  return Scanner(document.bytes, &document, "the file").scan();
}

std::vector<RawFault> faults_of_content(std::string_view content, std::string_view where) {
  return Scanner(content, nullptr, where).scan();
}

}  // namespace mognad::verification
