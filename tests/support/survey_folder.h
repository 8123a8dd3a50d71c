// A survey on the disk and the program run on it, as a user runs it: what it says, how it ends, what it leaves. Paths
// in messages are relative to the folder: "s/answers.csv:2:1: error: …".
#pragma once

#include <string>

#include "support/programs.h"
#include "support/small_files.h"

namespace mognad::test {

struct Told {
  int status = -1;  // exit status
  std::string out;
  std::string err;
};

class SurveyFolder {
 public:
  /// Writes the survey to "s".
  explicit SurveyFolder(const SmallFiles& survey);

  /// Runs "mognad <arguments>" in the folder that holds "s". A prefix such as "fiu-run -x" stands before the program.
  Told run(const std::string& arguments, const std::string& prefix = "") const;

  void write(const std::string& name, const std::string& bytes) const { scratch_.write(name, bytes); }
  std::string path(const std::string& name) const { return scratch_.path(name); }

 private:
  ScratchFolder scratch_;
};

/// "mognad check --quiet s".
Told checked(const SmallFiles& survey);

}  // namespace mognad::test
