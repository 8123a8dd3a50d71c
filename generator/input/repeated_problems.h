// Problems that a file may have in every row: the first few of a kind are told, the others counted.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace mognad {

class RepeatedProblems {
 public:
  explicit RepeatedProblems(Problems& problems) : problems_(problems) {}

  void error(std::string_view kind, Place place, std::string message, std::string hint = {});

  /// Says how many more there were of each kind, once the file is read.
  void done(const std::string& file);

 private:
  Problems& problems_;
  std::map<std::string, int, std::less<>> counts_;
};

}  // namespace mognad
