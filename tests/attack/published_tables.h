// What `mognad figures` publishes of a random survey, as files: the table of every figure that there may be, of each
// type of organisation and each group, and every sheet of the workbook. Made by the program's own builders, so that the
// attack reads what an editor would get.
#pragma once

#include <string>
#include <vector>

#include "attack/random_survey.h"
#include "statistics/statistics.h"

namespace mognad::attack {

struct PublishedTable {
  std::string name;  // of its file, without the ending
  std::string csv;
};

/// `statistics`: of `made`. The participants are taken to have agreed that they are named.
std::vector<PublishedTable> published_tables(const RandomSurvey& made, const Statistics& statistics);

}  // namespace mognad::attack
