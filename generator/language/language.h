// A language as a value: its patterns (ICU MessageFormat) by key, and the rules that are too small for a library.
// Read from templates/languages/<tag>.toml; Words makes sentences of it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/language_tag.h"

namespace mognad {

struct GenitiveRule {
  std::string suffix;                        // "s"
  std::vector<std::string> unchanged_after;  // endings that take none: "s", "x", "z"
};

/// A share in words: "ungefär två av tre" for everything nearest to 2/3.
struct ShareWords {
  double share = 0;  // 0 to 1
  std::string words;
};

struct Language {
  LanguageTag tag;                               // "sv"
  std::string locale;                            // "sv_SE", for numbers and dates
  std::string document_tag;                      // "sv-SE", in the file
  std::string hyphenation;                       // dictionary file, or empty
  std::vector<std::string> hyphenation_folders;  // searched in order
  int hyphenate_left = 2;                        // letters that stay before and after a hyphen
  int hyphenate_right = 3;
  std::string date_pattern;
  GenitiveRule genitive;
  std::vector<ShareWords> shares;
  std::vector<std::string> counts;  // small numbers in words, from zero
  std::map<std::string, std::string> patterns;
};

/// What ICU says of a pattern that it can't read, with the names of arguments that the pattern uses otherwise.
std::optional<std::string> pattern_error(const std::string& pattern, const std::string& locale);

}  // namespace mognad
