// What is promised to who gives files of a wrong shape: the exact words, and the exit status.
#include <catch2/catch.hpp>

#include "support/survey_folder.h"

using namespace mognad::test;

namespace {

void check_refused(const SmallFiles& survey, const std::string& words) {
  const Told told = checked(survey);
  CHECK(told.err == words);
  CHECK(told.status == 2);
}

void check_refused(const std::string& name, const std::string& from, const std::string& to, const std::string& words) {
  SmallFiles survey;
  survey.change(name, from, to);
  check_refused(survey, words);
}

}  // namespace

TEST_CASE("An empty file of answers is refused with its name", "[promise]") {
  for (const char* nothing : {"", "\xEF\xBB\xBF", "\r\n\r\n"}) {
    SmallFiles survey;
    survey.texts["answers.csv"] = nothing;
    check_refused(survey, "s/answers.csv:1:1: error: the file is empty, expected a head with column names\n");
  }
}

TEST_CASE("A file of answers with a head only is told", "[promise]") {
  SmallFiles survey;
  survey.change("survey.toml", "participation = \"participation.csv\"\n", "");
  survey.texts["answers.csv"] = "organisation,year,unit,respondent,statement,answer\n";
  check_refused(survey,
                "s/answers.csv:1:1: warning: the file has a head and no rows\n"
                "s/survey.toml: error: there are no answers or results of the year 2025\n"
                "    the survey's 'year' is the last year that is measured\n");
}

TEST_CASE("Rows longer or shorter than the head are refused", "[promise]") {
  SmallFiles survey;
  survey.change("answers.csv", "9001,2024,u1,r01,a1,", "9001,2024,u1,r01,a1");
  survey.change("answers.csv", "9001,2024,u1,r01,a2,", "9001,2024,u1,u1,r01,a2,");
  check_refused(survey,
                "s/answers.csv:2:21: error: the row has 5 fields, expected 6 as in the head\n"
                "s/answers.csv:3:24: error: the row has 7 fields, expected 6 as in the head\n");
}

TEST_CASE("A decimal comma in a file with commas is told for what it is", "[promise]") {
  check_refused("answers.csv", "r01,a1,", "r01,a1,1,",
                "s/answers.csv:2:23: error: the row has 7 fields, expected 6 as in the head\n"
                "    a decimal comma needs quotes, or semicolons between fields\n");
}

TEST_CASE("A hundred thousand columns are refused, in the head as in a row", "[promise]") {
  const std::string words =
      ": error: the row has more than 10000 columns\n"
      "    raise 'columns' under [limits] in survey.toml if it is right\n";
  SmallFiles row, head;
  row.add("answers.csv", std::string(100'000, ',') + "\n");
  check_refused(row, "s/answers.csv:1010:10001" + words);
  head.texts["answers.csv"] = std::string(100'000, ',') + "\n";
  check_refused(head, "s/answers.csv:1:10001" + words);
}

TEST_CASE("A column that stands twice is refused", "[promise]") {
  check_refused("answers.csv", "unit", "year", "s/answers.csv:1:19: error: column 'year' stands twice in the head\n");
}

TEST_CASE("A missing column is refused with the nearest that is there", "[promise]") {
  check_refused("answers.csv", "respondent", "respondant",
                "s/answers.csv:1:1: error: column 'respondent' is missing\n    is it the column 'respondant'?\n");
}
