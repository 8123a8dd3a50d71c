#include "delivery/message_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/code_point.h"

namespace mognad {
namespace {

constexpr std::size_t kKeyDigits = 32;
constexpr std::size_t kLongestTag = 35;           // RFC 5646, 4.4.1
constexpr std::size_t kLongestTypeName = 127;     // RFC 6838, 4.2
constexpr std::size_t kLongestUnsubscribe = 900;  // a line that can't be folded, with its header, under 998 bytes

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_key(std::string_view text) {
  return text.size() == kKeyDigits &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

/// Subtags of one to eight letters and digits with hyphens between.
bool is_language_tag(std::string_view text) {
  if (text.empty() || text.size() > kLongestTag || !is_letter(text.front())) return false;
  std::size_t length = 0;
  for (const char c : text) {
    if (c == '-' && length == 0) return false;
    length = c == '-' ? 0 : length + 1;
    if (length > 8 || (c != '-' && !is_letter(c) && !is_digit(c))) return false;
  }
  return length > 0;
}

/// RFC 6838, 4.2: restricted-name.
bool is_type_name(std::string_view text) {
  constexpr std::string_view kMarks = "!#$&-^_.+";
  return !text.empty() && text.size() <= kLongestTypeName && (is_letter(text.front()) || is_digit(text.front())) &&
         std::all_of(text.begin(), text.end(),
                     [&](char c) { return is_letter(c) || is_digit(c) || kMarks.find(c) != std::string_view::npos; });
}

std::string small_letters(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c; });
  return small;
}

bool is_file_type(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return false;
  const std::string type = small_letters(text.substr(0, slash));
  return is_type_name(type) && is_type_name(text.substr(slash + 1)) && type != "message" && type != "multipart";
}

bool is_unsubscribe(std::string_view text) {
  constexpr std::string_view kNever = "<>\"\\^`{|}";
  if (text.size() > kLongestUnsubscribe) return false;
  const std::string_view rest = text.starts_with("https://")  ? text.substr(8)
                                : text.starts_with("mailto:") ? text.substr(7)
                                                              : std::string_view();
  return !rest.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return c > ' ' && c < '\x7f' && kNever.find(c) == std::string_view::npos;
  });
}

/// What keeps a text from being sent, in words; empty: nothing.
std::string fault_of(std::string_view text) {
  while (!text.empty()) {
    const CodePoint next = first_code_point(text);
    if (!next.valid()) return "is not UTF-8";
    const bool ends_line = next.value == '\n' || text.starts_with("\r\n");
    if (is_control(next.value) && !ends_line && next.value != '\t')
      return fmt::format("has the control character {}", name_of(next.value));
    text.remove_prefix(next.bytes);
  }
  return {};
}

void check_text(std::string_view text, std::string_view called, Problems& found) {
  if (const std::string fault = fault_of(text); !fault.empty())
    found.push_back(error_at({}, fmt::format("the {} of a message {}", called, fault)));
}

void check_attachment(const MessageAttachment& attachment, Problems& found) {
  const Place place{attachment.name.text()};
  if (attachment.name.empty()) found.push_back(error_at(place, "an attachment has no name"));
  if (attachment.bytes.empty()) found.push_back(error_at(place, "an attachment has no bytes"));
  if (!is_file_type(attachment.mime_type))
    found.push_back(error_at(place, fmt::format("\"{}\" is no MIME type of a file", excerpt(attachment.mime_type)),
                             "Types look like \"application/pdf\"."));
}

}  // namespace

Problems check_message(const Message& message) {
  Problems found;
  if (!is_key(message.key)) found.push_back(error_at({}, "the key of a message is not 32 hexadecimal digits"));
  if (!is_language_tag(message.language))
    found.push_back(error_at({}, fmt::format("\"{}\" is no language tag", excerpt(message.language))));
  if (!message.unsubscribe.empty() && !is_unsubscribe(message.unsubscribe))
    found.push_back(error_at({}, "the address for List-Unsubscribe is none that may stand in a header",
                             "It begins with https:// or mailto: and is ASCII without blanks."));
  if (message.text.empty()) found.push_back(error_at({}, "a message has no text"));
  check_text(message.text, "text", found);
  check_text(message.html, "HTML", found);
  for (const MessageAttachment& attachment : message.attachments) check_attachment(attachment, found);
  return found;
}

}  // namespace mognad
