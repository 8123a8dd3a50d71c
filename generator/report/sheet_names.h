// Names of a workbook's sheets by the rules of Excel: at most 31 characters, none of []:*?/\ , no apostrophe at either
// end, not the reserved "History", no two alike but for capitals. A pure value; one for each workbook.
#pragma once

#include <set>
#include <string>

namespace mognad {

class SheetNames {
 public:
  /// The name as it may stand, made unique among those that were given before: "matrix", "matrix (2)".
  std::string take(const std::string& wanted);

 private:
  std::set<std::string> taken_;  // in small letters
};

}  // namespace mognad
