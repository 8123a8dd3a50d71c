// ProblemGroups: keeps problems of one kind in one file from flooding. The first few of a kind are told, the rest are
// counted, and done() says how many there were. Ask admits() first, so that the place and the words are made only for
// what is told. For one thread at a time; the list of problems must outlive it.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace mognad {

class ProblemGroups {
 public:
  ProblemGroups(std::string file, Problems& problems) : file_(std::move(file)), problems_(problems) {}

  const std::string& file() const { return file_; }

  /// Counts one more problem of the kind; whether it is to be told, which the first `most` are.
  bool admits(Severity severity, std::string_view kind, int most = kTold);
  /// Whether the next of the kind would be told: only then are its words worth making.
  bool would_tell(std::string_view kind) const;
  void tell(Problem problem) { problems_.push_back(std::move(problem)); }

  /// Says how many of each kind were not told; once for each of them.
  void done();

 private:
  static constexpr int kTold = 10;

  struct Count {
    Severity severity;
    int told = 0;
    int rest = 0;
  };
  std::string file_;
  Problems& problems_;
  std::map<std::string, Count, std::less<>> counts_;
};

}  // namespace mognad
