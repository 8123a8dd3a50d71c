// Collation: the order of words in a language's alphabet, as in a printed list of names. Made for a language and asked
// for keys; keys compare as bytes. Not shared between threads: make one for each list.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/language_tag.h"

namespace mognad {

class Collation {
 public:
  /// The order of CLDR for the tag ("sv": z, å, ä, ö). Without data for it the order is that of code points.
  explicit Collation(const LanguageTag& tag);
  ~Collation();
  Collation(const Collation&) = delete;
  Collation& operator=(const Collation&) = delete;

  /// UTF-8 in; bytes out that sort as the words do (Unicode Technical Standard 10).
  std::string key(std::string_view utf8) const;

 private:
  struct Order;
  std::unique_ptr<Order> order_;
};

}  // namespace mognad
