// Which numbers of a publication changed against those of an earlier year: its figures' CSV files are read back, and
// numbers of the same figure, row and column are held against each other. Names of rows and columns stay the same from
// year to year; what another version of the program had otherwise is told and left out. So is the matrix, where any
// organisation's step changes two cells: its types and medians are other figures' too.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dataset/input_limits.h"
#include "files/files.h"
#include "report/figure_data.h"
#include "report/national_figure.h"

namespace mognad {

struct NumberChange {
  enum class State { changed, added, gone, withheld };
  std::string figure;  // name
  std::string row;     // id
  std::string name;    // of the row, in words
  std::string column;  // id
  std::string before;  // as the CSV files have it; empty: nothing
  std::string now;
  std::string difference;  // with the decimals of the column, a number for programs: no plus; empty: one is no number
  State state = State::changed;
  DataColumn::Kind kind = DataColumn::Kind::index;  // of the column
};

struct PublicationChanges {
  std::size_t figures = 0;  // that were held against each other
  std::size_t numbers = 0;  // that are in both
  // Figure by figure: first the numbers that changed, results before counts and the largest change first, then the
  // others in the order of rows and columns.
  std::vector<NumberChange> changes;
};

/// `folder`: of an earlier publication, or its folder of figures. One without figures in that language is an error;
/// figures and columns that only one of the years has are notes.
Result<PublicationChanges> compare_publications(std::span<const NationalFigure> figures, const std::string& folder,
                                                const std::string& language, const InputLimits& limits,
                                                const Files& files);

/// `figure,row,name,column,before,now,difference,state`; states: changed, new, gone, now withheld.
std::string changes_csv(const PublicationChanges& changes, const std::string& notice);

/// A few lines in English: how many numbers changed, and of each figure how many and which most.
std::string changes_summary(const PublicationChanges& changes, const std::string& folder);

}  // namespace mognad
