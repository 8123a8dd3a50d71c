// The text of a message or letter as paragraphs and lists, with its values put in. What is a paragraph, a line or an
// item is decided by the template alone, before values are put in. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/message_pieces.h"

namespace mognad {

struct MessageBlock {
  enum class Kind { paragraph, list };
  Kind kind = Kind::paragraph;
  std::vector<std::string> lines;  // of a list: its items; never empty, nor is one of them

  friend bool operator==(const MessageBlock&, const MessageBlock&) = default;
};

/// Empty lines part paragraphs; a line that begins with "- " is an item. A line with nothing left in it is left out.
std::vector<MessageBlock> message_blocks(std::string_view text, const MessageValues& values);

/// As plain text: lines of 72 characters at most, where their words let them (RFC 5322, 2.1.1, and room to be quoted);
/// items with a dash and indented, an empty line between blocks. Lines end with \n.
std::string wrapped_text(const std::vector<MessageBlock>& blocks);

/// As the elements p, br, ul and li.
std::string html_of(const std::vector<MessageBlock>& blocks);

}  // namespace mognad
