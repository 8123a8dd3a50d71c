// The sentence that descriptions of many values share: the highest and the lowest of them, what ties with these, and
// how many are withheld. True for any number of values, none and one included.
#pragma once

#include <string>
#include <vector>

#include "language/words.h"

namespace mognad {

struct NamedValue {
  std::string name;
  double value = 0;
  std::string text;  // as printed; equal texts are ties
};

/// Sentences with capitals and full stops, without a space around them.
std::string describe_range(const std::vector<NamedValue>& values, int withheld, const Words& words);

}  // namespace mognad
