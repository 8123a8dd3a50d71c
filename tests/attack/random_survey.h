// Small surveys that are hard to keep confidential: few organisations, groups within groups and groups that are nearly
// the same, tiny units, statements that few people answered, organisations that come and go between the years or lack
// a category. Every eighth has a hundred organisations, for what is told of many only. The same seed gives the same
// survey everywhere.
#pragma once

#include <cstdint>

#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "model/model.h"

namespace mognad::attack {

struct RandomSurvey {
  Model model;
  Survey survey;
  Dataset dataset;
};

RandomSurvey make_survey(std::uint64_t seed);

}  // namespace mognad::attack
