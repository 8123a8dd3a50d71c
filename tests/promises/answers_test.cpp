// What is promised to who gives wrong answers: the exact words, and the exit status.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "support/survey_folder.h"

using namespace mognad::test;

namespace {

constexpr const char* kExpected =
    "    expected a whole number from 1 to 5 or the label of a step; empty or '-' for no answer, '?' for \"don't "
    "know\", '.' for not "
    "applicable\n";

/// The small survey with one more row of answers, which is in line 1010.
SmallFiles with_row(const std::string& row) {
  SmallFiles survey;
  survey.add("answers.csv", row + "\n");
  return survey;
}

}  // namespace

TEST_CASE("No answer is read that is not a step of the scale", "[promise]") {
  for (const char* wrong :
       {"NaN", "Inf", "-inf", "1e308", "-0", "0", "6", "4.0", "3,5", "0x3", "99999999999999999999"}) {
    const std::string quoted = std::string(wrong).find(',') == std::string::npos ? wrong : fmt::format("\"{}\"", wrong);
    const Told told = checked(with_row("9001,2025,u1,new,a1," + quoted));
    CHECK(told.err == fmt::format("s/answers.csv:1010:21: error: the answer '{}' is not a step of the scale\n{}", wrong,
                                  kExpected));
    CHECK(told.status == 2);
  }
}

TEST_CASE("No value computed elsewhere is read that is not between 0 and 100", "[promise]") {
  for (const char* wrong : {"NaN", "Inf", "1e308", "-0", "-1", "100.1", "50%"}) {
    SmallFiles survey;
    survey.add_keys("files", "results = \"results.csv\"");
    survey.add("organisations.csv", "9008,Org 8,kommun,800,8000\n");
    survey.add("results.csv", fmt::format("organisation,year,node,value,respondents\n9008,2025,T,{},12\n", wrong));
    const Told told = checked(survey);
    CHECK(told.err ==
          fmt::format("s/results.csv:2:13: error: '{}' is not a value\n    expected a number from 0 to 100\n", wrong));
    CHECK(told.status == 2);
  }
}

TEST_CASE("A respondent whose id is written in two normal forms is one respondent", "[promise]") {
  SmallFiles survey = with_row("9001,2025,u1,bj\u00F6rn,a1,3");
  survey.add("answers.csv", "9001,2025,u1,bjo\u0308rn,a1,4\n");
  const Told told = checked(survey);
  CHECK(told.err ==
        "s/answers.csv:1011:21: error: respondent 'bj\u00F6rn' has answered statement 'a1' already\n"
        "    each respondent answers a statement once a year\n");
  CHECK(told.status == 2);
}

TEST_CASE("Respondents whose ids differ in case only are warned of", "[promise]") {
  SmallFiles survey = with_row("9001,2025,u1,R01,a1,3");
  const Told told = checked(survey);
  CHECK(told.err ==
        "s/answers.csv:1010: warning: the respondents 'R01' and 'r01' of '9001' in 2025 differ in case or blanks only\n"
        "    is it the same person? Then write the id in one way\n");
  CHECK(told.status == 0);
}

TEST_CASE("An answer of a respondent that is given twice is refused", "[promise]") {
  const Told told = checked(with_row("9001,2025,u1,r01,a1,3"));
  CHECK(told.err ==
        "s/answers.csv:1010:18: error: respondent 'r01' has answered statement 'a1' already\n"
        "    each respondent answers a statement once a year\n");
  CHECK(told.status == 2);
}

TEST_CASE("Unknown ids are refused with the nearest that is known", "[promise]") {
  SmallFiles survey = with_row("9O01,2025,u1,x,a1,3");
  survey.add("answers.csv", "9001,2025,u1,y,al,3\n9001,2031,u1,z,a1,3\n9001,25,u1,w,a1,3\n9001,2025,u1,,a1,3\n");
  const Told told = checked(survey);
  CHECK(told.err ==
        "s/answers.csv:1010:1: error: no organisation has the code '9O01'\n    did you mean '9001'?\n"
        "s/answers.csv:1011:16: error: the model has no statement 'al'\n    valid names: a1, a2, a3, a4, b1, b2\n"
        "s/answers.csv:1012:6: error: the year 2031 is later than the survey's, 2025\n"
        "    raise 'year' in survey.toml, or take the row away\n"
        "s/answers.csv:1013:6: error: '25' is not a year\n    expected four digits\n"
        "s/answers.csv:1014:14: error: the respondent has no id\n"
        "    a number for each person is enough; names are not needed\n");
  CHECK(told.status == 2);
}

TEST_CASE("A million rows are read, and the last of them is looked at like the first", "[promise]") {
  std::string rows = "organisation,year,unit,respondent,statement,answer\n";
  rows.reserve(25'000'000);
  constexpr const char* kStatements[] = {"a1", "a2", "a3", "a4", "b1", "b2"};
  constexpr int kRows = 1'000'000;
  for (int i = 0; i < kRows - 1; ++i)
    rows += fmt::format("900{},2025,u1,r{},{},{}\n", 1 + i / 6 % 7, i / 6, kStatements[i % 6], 1 + i * 7 / 3 % 5);
  SmallFiles survey;
  survey.texts["answers.csv"] = rows + "9001,2025,u1,last,a1,6\n";
  survey.texts["participation.csv"] = "organisation,year,invited\n";
  const Told told = checked(survey);
  CHECK(told.err.substr(0, 89) ==
        "s/answers.csv:1000001:22: error: the answer '6' is not a step of the scale\n    expected a");
  CHECK(told.status == 2);
}
