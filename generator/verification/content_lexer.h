// The words of a content stream (ISO 32000-1, 7.2 and 7.8.2), one at a time and without copying: a token's text is a
// view of the stream, and only what somebody wants is decoded. Damaged input gives faults, never more than one for a
// byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "verification/pdf_value.h"

namespace mognad::verification {

struct Token {
  enum class Kind : std::uint8_t {
    end,
    number,
    string,      // text: between the parentheses
    hex_string,  // text: between the angle brackets
    name,        // text: without the slash, #xx as written
    array_open,
    array_close,
    dictionary_open,
    dictionary_close,
    keyword,  // an operator, true, false, null
    fault,    // text: what can't be read
  };
  Kind kind = Kind::end;
  std::string_view text;
};

class ContentLexer {
 public:
  explicit ContentLexer(std::string_view data) : data_(data) {}

  Token next();
  /// After ID: passes over the data of an inline image and its EI; false when there is no EI.
  bool skip_image();

 private:
  Token literal_string();
  Token hexadecimal_string();
  Token regular(std::size_t start);
  Token one(Token::Kind kind, std::size_t length);

  std::string_view data_;
  std::size_t at_ = 0;
};

/// The bytes of a string token, escapes resolved.
std::string string_bytes(const Token& token);
/// The name of a name token, #xx resolved.
std::string name_text(const Token& token);
/// The number of a number token; 0 when it is out of every range.
double number_of(const Token& token);

/// The value that begins at a token of the list, which is passed over; arrays and dictionaries with all they hold. Null
/// for what is no value, unfinished or nested too deep.
Value value_at(const std::vector<Token>& tokens, std::size_t& at, int depth = 0);

}  // namespace mognad::verification
