// A text of a message's template cut into its pieces: letters that stay, placeholders ("{survey}"), and pieces in
// square brackets that are left out where a placeholder in them has no value ("Hej[ {recipient}]!"). Doubled signs
// stand for themselves: "{{", "}}", "[[", "]]". The same function reads a template to check it and to fill it, so that
// what is filled is what was checked. Values are put in once and never read again as a template. Pure; any thread.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mognad {

struct MessagePiece {
  std::string text;       // letters that stay; of a placeholder its name
  bool is_value = false;  // a placeholder
  int brackets = 0;       // pieces of one pair have one number, from 1; 0: outside
};

struct MessageFault {
  std::string message;
  std::string hint;
};

struct MessagePieces {
  std::vector<MessagePiece> pieces;
  std::vector<MessageFault> faults;  // of a text with faults the pieces are all that could be read
};

/// Whether the names are known is not looked at.
MessagePieces split_message(std::string_view text);

/// By name. A placeholder without a value is empty.
using MessageValues = std::map<std::string, std::string, std::less<>>;

/// Where the text goes: in HTML the signs of its markup are escaped in values, and what stays is HTML already.
enum class MessageForm { text, html };

/// The text with its values. Each value becomes one line: line breaks, control characters and runs of blanks are a
/// blank, characters that turn the direction of writing are left out.
std::string fill_message(std::string_view text, const MessageValues& values, MessageForm form);

/// `text` with the signs of HTML's markup escaped; bytes that are no UTF-8 become U+FFFD.
std::string escaped_for_html(std::string_view text);

}  // namespace mognad
