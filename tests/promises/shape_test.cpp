// What is promised to who gives files of a wrong shape: the exact words, and the exit status.
#include <catch2/catch.hpp>

#include "support/survey_folder.h"

using namespace mognad::test;

TEST_CASE("An empty file of answers is refused with its name", "[promise]") {
  SmallFiles survey;
  survey.texts["answers.csv"] = "";
  const Told told = checked(survey);
  CHECK(told.err == "s/answers.csv:1:1: error: the file is empty, expected a head with column names\n");
  CHECK(told.status == 2);
}
