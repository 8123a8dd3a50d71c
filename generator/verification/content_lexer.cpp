#include "verification/content_lexer.h"

#include <array>
#include <charconv>

namespace mognad::verification {
namespace {

enum Class : std::uint8_t { regular_byte, space, delimiter };

/// ISO 32000-1, 7.2.2, tables 1 and 2.
constexpr std::array<Class, 256> kClasses = [] {
  std::array<Class, 256> made{};
  for (const char c : {'\0', '\t', '\n', '\f', '\r', ' '}) made[static_cast<std::uint8_t>(c)] = space;
  for (const char c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'})
    made[static_cast<std::uint8_t>(c)] = delimiter;
  return made;
}();

// An array in an array of a property list is already rare.
constexpr int kDeepestOperand = 20;

Class class_of(char c) { return kClasses[static_cast<std::uint8_t>(c)]; }

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Digits with at most one sign before them and one point among them (7.3.3).
bool is_number(std::string_view text) {
  std::size_t i = text[0] == '+' || text[0] == '-' ? 1 : 0;
  bool digits = false;
  bool point = false;
  for (; i < text.size(); ++i) {
    if (text[i] == '.' && !point) point = true;
    else if (text[i] >= '0' && text[i] <= '9') digits = true;
    else return false;
  }
  return digits;
}

/// The byte of an escape (7.3.4.2); `at` stands on what follows the backslash and is moved to its last character.
int escaped(std::string_view text, std::size_t& at) {
  switch (text[at]) {
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'b': return '\b';
    case 'f': return '\f';
    case '\r':
      if (at + 1 < text.size() && text[at + 1] == '\n') ++at;
      return -1;
    case '\n': return -1;
    default: break;
  }
  if (text[at] < '0' || text[at] > '7') return static_cast<std::uint8_t>(text[at]);
  int code = text[at] - '0';
  for (int more = 0; more < 2 && at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '7'; ++more)
    code = code * 8 + (text[++at] - '0');
  return code & 0xFF;
}

std::string literal_bytes(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 >= text.size()) {
      bytes += text[i];
      continue;
    }
    ++i;
    if (const int byte = escaped(text, i); byte >= 0) bytes += static_cast<char>(byte);
  }
  return bytes;
}

std::string hexadecimal_bytes(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() / 2 + 1);
  int high = -1;
  for (const char c : text) {
    const int digit = digit_of(c);
    if (digit < 0) continue;
    if (high < 0) {
      high = digit;
    } else {
      bytes += static_cast<char>(high << 4 | digit);
      high = -1;
    }
  }
  if (high >= 0) bytes += static_cast<char>(high << 4);
  return bytes;
}

Value keyword_value(std::string_view text) {
  if (text == "true") return true;
  if (text == "false") return false;
  return {};
}

Value number_value(const Token& token) {
  if (token.text.find('.') != std::string_view::npos) return number_of(token);
  const std::string_view digits = token.text[0] == '+' ? token.text.substr(1) : token.text;
  long long whole = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), whole);
  if (read.ec != std::errc()) return number_of(token);
  return whole;
}

Value array_at(const std::vector<Token>& tokens, std::size_t& at, int depth) {
  Array made;
  while (at < tokens.size() && tokens[at].kind != Token::Kind::array_close)
    made.push_back(value_at(tokens, at, depth + 1));
  ++at;
  return made;
}

Value dictionary_at(const std::vector<Token>& tokens, std::size_t& at, int depth) {
  Dictionary made;
  while (at < tokens.size() && tokens[at].kind != Token::Kind::dictionary_close) {
    const Token& key = tokens[at++];
    if (key.kind != Token::Kind::name || at >= tokens.size()) continue;
    made.set(name_text(key), value_at(tokens, at, depth + 1));
  }
  ++at;
  return made;
}

}  // namespace

Token ContentLexer::one(Token::Kind kind, std::size_t length) {
  const Token token{kind, data_.substr(at_, length)};
  at_ += length;
  return token;
}

Token ContentLexer::literal_string() {
  const std::size_t start = ++at_;
  for (int open = 1; at_ < data_.size(); ++at_) {
    if (data_[at_] == '\\') {
      ++at_;
    } else if (data_[at_] == '(') {
      ++open;
    } else if (data_[at_] == ')' && --open == 0) {
      return {Token::Kind::string, data_.substr(start, at_++ - start)};
    }
  }
  at_ = data_.size();
  return {Token::Kind::fault, "a string without end"};
}

Token ContentLexer::hexadecimal_string() {
  const std::size_t start = ++at_;
  const std::size_t end = data_.find('>', start);
  if (end == std::string_view::npos) {
    at_ = data_.size();
    return {Token::Kind::fault, "a hexadecimal string without end"};
  }
  at_ = end + 1;
  std::size_t digits = 0;
  for (std::size_t i = start; i < end; ++i) {
    if (digit_of(data_[i]) >= 0) ++digits;
    else if (class_of(data_[i]) != space) return {Token::Kind::fault, "a hexadecimal string with other characters"};
  }
  // ISO 19005-3, 6.1.6 takes away the freedom of 7.3.4.3 to leave out the last digit.
  if (digits % 2 != 0) return {Token::Kind::fault, "a hexadecimal string with an odd number of digits"};
  return {Token::Kind::hex_string, data_.substr(start, end - start)};
}

Token ContentLexer::regular(std::size_t start) {
  while (at_ < data_.size() && class_of(data_[at_]) == regular_byte) ++at_;
  return {Token::Kind::keyword, data_.substr(start, at_ - start)};
}

Token ContentLexer::next() {
  for (; at_ < data_.size(); ++at_) {
    if (data_[at_] == '%') at_ = std::min(data_.find_first_of("\r\n", at_), data_.size() - 1);
    else if (class_of(data_[at_]) != space) break;
  }
  if (at_ >= data_.size()) return {};
  switch (data_[at_]) {
    case '(': return literal_string();
    case '[': return one(Token::Kind::array_open, 1);
    case ']': return one(Token::Kind::array_close, 1);
    case '<':
      if (data_.substr(at_, 2) == "<<") return one(Token::Kind::dictionary_open, 2);
      return hexadecimal_string();
    case '>':
      if (data_.substr(at_, 2) == ">>") return one(Token::Kind::dictionary_close, 2);
      return one(Token::Kind::fault, 1);
    case '/': {
      Token name = regular(++at_);
      name.kind = Token::Kind::name;
      return name;
    }
    case ')':
    case '{':
    case '}': return one(Token::Kind::fault, 1);
    default: break;
  }
  Token token = regular(at_);
  const char first = token.text[0];
  if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.')
    token.kind = is_number(token.text) ? Token::Kind::number : Token::Kind::fault;
  return token;
}

bool ContentLexer::skip_image() {
  // The data's length follows from nothing that is cheap to know; EI stands alone between white space.
  for (std::size_t end = data_.find("EI", at_ + 1); end != std::string_view::npos; end = data_.find("EI", end + 1)) {
    const bool before = class_of(data_[end - 1]) == space;
    const bool after = end + 2 >= data_.size() || class_of(data_[end + 2]) == space;
    if (!before || !after) continue;
    at_ = end + 2;
    return true;
  }
  at_ = data_.size();
  return false;
}

std::string string_bytes(const Token& token) {
  if (token.kind == Token::Kind::string) return literal_bytes(token.text);
  if (token.kind == Token::Kind::hex_string) return hexadecimal_bytes(token.text);
  return {};
}

std::string name_text(const Token& token) {
  std::string name;
  name.reserve(token.text.size());
  for (std::size_t i = 0; i < token.text.size(); ++i) {
    const bool coded = token.text[i] == '#' && i + 2 < token.text.size() && digit_of(token.text[i + 1]) >= 0 &&
                       digit_of(token.text[i + 2]) >= 0;
    if (coded) {
      name += static_cast<char>(digit_of(token.text[i + 1]) << 4 | digit_of(token.text[i + 2]));
      i += 2;
    } else {
      name += token.text[i];
    }
  }
  return name;
}

double number_of(const Token& token) {
  const std::string_view digits = !token.text.empty() && token.text[0] == '+' ? token.text.substr(1) : token.text;
  double number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return read.ec == std::errc() ? number : 0;
}

Value value_at(const std::vector<Token>& tokens, std::size_t& at, int depth) {
  if (at >= tokens.size()) return {};
  if (depth > kDeepestOperand) {
    at = tokens.size();
    return {};
  }
  const Token& token = tokens[at++];
  switch (token.kind) {
    case Token::Kind::number: return number_value(token);
    case Token::Kind::string:
    case Token::Kind::hex_string: return String{string_bytes(token)};
    case Token::Kind::name: return Name{name_text(token)};
    case Token::Kind::keyword: return keyword_value(token.text);
    case Token::Kind::array_open: return array_at(tokens, at, depth);
    case Token::Kind::dictionary_open: return dictionary_at(tokens, at, depth);
    default: return {};
  }
}

}  // namespace mognad::verification
