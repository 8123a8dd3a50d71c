// The small survey with its answers in another file than answers.csv.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/survey_folder.h"

namespace mognad::test {

inline SmallFiles with_answers(const std::string& name, const std::string& bytes) {
  SmallFiles survey;
  survey.texts.erase("answers.csv");
  survey.texts[name] = bytes;
  survey.change("survey.toml", "answers.csv", name);
  return survey;
}

/// The fields of answers.csv, the head first; none of them is quoted.
inline std::vector<std::vector<std::string>> rows_of_answers() {
  std::vector<std::vector<std::string>> rows{{""}};
  const SmallFiles survey;
  for (const char c : survey.text("answers.csv")) {
    if (c == '\n') rows.push_back({""});
    else if (c == ',') rows.back().emplace_back();
    else rows.back().back() += c;
  }
  rows.pop_back();
  return rows;
}

/// Every computed value, as "mognad statistics" writes them.
inline std::string statistics_of(const SurveyFolder& folder) {
  const Told told =
      folder.run("statistics --quiet --format csv --output o s && cat o/statistics/*.csv o/statistics/*/*.csv");
  CHECK(told.err == "");
  CHECK(told.status == 0);
  return told.out;
}

}  // namespace mognad::test
