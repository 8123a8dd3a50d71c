// Surveys to compose reports of: the program's model or an invented one of another shape, organisations of several
// types, and the extremes that a real survey seldom has. The same number gives the same survey.
#pragma once

#include <string>

#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "model/model.h"
#include "statistics/random.h"

namespace mognad::test {

/// What is unusual about a survey; several things may be.
struct Extremes {
  bool one_organisation = false;
  bool no_units = false;
  bool first_year = false;
  bool invited_unknown = false;
  bool one_category_answered = false;
  bool few_respondents = false;  // 1 to 12
  bool equal_answers = false;    // everyone the same, a middle step
  bool all_lowest = false;
  bool all_highest = false;
  bool long_names = false;
  bool reversed = false;
  bool other_model = false;
  std::string words() const;
};

struct ComposedSurvey {
  int number = 0;
  Extremes extremes;
  Model model;
  Survey survey;
  Dataset data;
};

/// `real` is a model and a survey to begin with, with all their texts in Swedish and English.
ComposedSurvey compose_survey(int number, const Model& real, const Survey& real_survey);

}  // namespace mognad::test
