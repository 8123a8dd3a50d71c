// The small survey with its answers in another file than answers.csv.
#pragma once

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
  for (const char c : SmallFiles().text("answers.csv")) {
    if (c == '\n') rows.push_back({""});
    else if (c == ',') rows.back().emplace_back();
    else rows.back().back() += c;
  }
  rows.pop_back();
  return rows;
}

}  // namespace mognad::test
