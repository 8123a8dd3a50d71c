// Problems in the cells of a sheet. Of one kind the first few are told with their places, the rest as a number. For one
// thread at a time.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace mognad {

class XlsxFindings {
 public:
  /// `file` is how the sheet is called in places: "answers.xlsx[Svar]".
  XlsxFindings(std::string file, Problems& problems) : file_(std::move(file)), problems_(problems) {}

  Place place(int row, int column) const { return {file_, row, column}; }

  /// `kind` groups like problems. Of errors ten are told, of warnings one.
  void error(std::string_view kind, Place place, std::string message, std::string hint);
  void warn(std::string_view kind, Place place, std::string message, std::string hint);

  /// How many errors there were, told or not.
  int errors() const { return errors_; }

  /// Says how many were not told; called once, at the end of the sheet.
  void done();

 private:
  void report(std::string_view kind, Problem problem);

  struct Count {
    Severity severity = Severity::error;
    int found = 0;
  };
  std::string file_;
  Problems& problems_;
  std::map<std::string, Count, std::less<>> counts_;
  int errors_ = 0;
};

}  // namespace mognad
