// Problems in the cells of a sheet, grouped. For one thread at a time.
#pragma once

#include <string>
#include <string_view>

#include "base/problem.h"
#include "input/problem_groups.h"

namespace mognad {

class XlsxFindings {
 public:
  /// `file` is how the sheet is called in places: "answers.xlsx[Svar]".
  XlsxFindings(std::string file, Problems& problems) : groups_(std::move(file), problems) {}

  Place place(int row, int column) const { return {groups_.file(), row, column}; }

  /// `kind` groups like problems. Of errors ten are told, of warnings one.
  void error(std::string_view kind, Place place, std::string message, std::string hint);
  void warn(std::string_view kind, Place place, std::string message, std::string hint);
  void tell(std::string_view kind, Problem problem);

  /// How many errors there were, told or not.
  int errors() const { return errors_; }

  /// Says how many were not told; called once, at the end of the sheet.
  void done() { groups_.done(); }

 private:
  ProblemGroups groups_;
  int errors_ = 0;
};

}  // namespace mognad
