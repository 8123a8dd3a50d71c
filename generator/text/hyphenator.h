// Hyphenation by the patterns of libhyphen (Liang, "Word Hy-phen-a-tion by Com-put-er", 1983).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "files/files.h"
#include "language/language.h"

namespace mognad {

/// A dictionary's bytes, read once; each thread makes its own Hyphenator of them.
struct HyphenationPatterns {
  std::string bytes;  // empty: words are never divided
  int left = 2;
  int right = 3;
};

/// Reads the language's dictionary from its folders; a missing one is a warning and words stay whole.
Result<HyphenationPatterns> load_hyphenation(const Language& language, const Files& files);

class Hyphenator {
 public:
  explicit Hyphenator(const HyphenationPatterns& patterns);
  ~Hyphenator();
  Hyphenator(const Hyphenator&) = delete;
  Hyphenator& operator=(const Hyphenator&) = delete;

  /// Byte offsets in the word before which it may be divided, ascending. The word is UTF-8 and may carry punctuation;
  /// words with digits, or under five letters, stay whole.
  std::vector<std::size_t> positions(std::string_view word) const;

 private:
  struct Dictionary;
  std::unique_ptr<Dictionary> dictionary_;
  int left_ = 2;
  int right_ = 3;
};

}  // namespace mognad
