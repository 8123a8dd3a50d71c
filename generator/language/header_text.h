// HeaderText: a text that may stand in the header of a message or in a command to a mail server. This is the one gate:
// mail libraries let control characters and line breaks through, which would add headers and recipients. What composes
// and sends messages takes this type alone, so that nothing goes around it. Values; any thread may use them.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace mognad {

/// What the text is for: a name and a file's name may hold less than a subject.
enum class HeaderUse { name, subject, file_name };

class HeaderText {
 public:
  /// Empty: no text.
  HeaderText() = default;

  /// Refused are what is no UTF-8, control characters and line breaks (also U+0085, U+2028, U+2029), characters that
  /// change the direction of writing or can't be seen, and what is too long; in names also , ; < > " \ @, and in the
  /// names of files / and a dot in front. `called` is what the text is in messages: "name", "subject".
  static Result<HeaderText> of(std::string_view utf8, HeaderUse use, const Place& place, std::string_view called);

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }

  friend bool operator==(const HeaderText&, const HeaderText&) = default;

 private:
  explicit HeaderText(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

}  // namespace mognad
