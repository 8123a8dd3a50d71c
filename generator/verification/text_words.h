// The words of a text that was read back from a page, folded so that they can be compared: small letters, without soft
// hyphens, and hyphenated words put together again.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace mognad::verification {

struct TextWord {
  std::string_view folded;   // valid during the call only
  std::string_view initial;  // its first character as written
  bool apart = false;        // a mark that ends or divides sentences stands before it
};

/// Calls `use` with each word in order. `text` is UTF-8 in NFC; what isn't UTF-8 divides words. A hyphen at the end of
/// a line is taken for hyphenation when a small letter follows, otherwise it and all hyphens divide words
/// ("Malung-Sälen" has two); so do apostrophes.
void for_each_word(std::string_view text, const std::function<void(const TextWord&)>& use);

/// All words of a text in any form of Unicode, folded and without what divides them, so that two spellings of a name
/// compare equal however its lines are broken.
std::string joined_words(std::string_view text);

}  // namespace mognad::verification
