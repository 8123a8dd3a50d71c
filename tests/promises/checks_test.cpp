// What is promised of data that is well-formed and yet strange: the exact words, and that it is not refused.
#include <catch2/catch.hpp>
#include <regex>

#include "support/survey_folder.h"

using namespace mognad::test;

TEST_CASE("A statement that nobody answered in the survey's year is told", "[promise]") {
  SmallFiles survey;
  survey.texts["answers.csv"] = std::regex_replace(survey.text("answers.csv"), std::regex(".*,2025,.*,a3,.*\n"), "");
  const Told told = checked(survey);
  CHECK(told.err ==
        "s/answers.csv: warning: nobody has answered the statement 'a3' in 2025\n"
        "    is it missing from the export? What is no longer asked is taken out of the model\n");
  CHECK(told.status == 0);
}

TEST_CASE("An organisation without answers is told", "[promise]") {
  SmallFiles survey;
  survey.add("organisations.csv", "9008,Org 8,kommun,800,8000\n");
  const Told told = checked(survey);
  CHECK(told.err ==
        "s/organisations.csv: note: 1 organisation without answers or results of any year: 9008\n"
        "    they get no report\n");
  CHECK(told.status == 0);
}

TEST_CASE("A total that jumps is told with both values and the setting that finds it", "[promise]") {
  SmallFiles survey;
  survey.texts["answers.csv"] =
      std::regex_replace(survey.text("answers.csv"), std::regex("9001,2024,(.*),[1-5]\n"), "9001,2024,$1,1\n");
  survey.texts["answers.csv"] =
      std::regex_replace(survey.text("answers.csv"), std::regex("9001,2025,(.*),[1-5]\n"), "9001,2025,$1,4\n");
  survey.add("survey.toml", "\n[checks]\njump = 70\nstraight_lining_share = 1\n");
  const Told told = checked(survey);
  CHECK(told.err ==
        "s/answers.csv: warning: the total of '9001' moves from 0.0 in 2024 (n = 12) to 75.0 in 2025 (n = 12)\n"
        "    more than 70 points (checks.jump): is it the same organisation, scale and way of asking?\n");
  CHECK(told.status == 0);
}

TEST_CASE("Respondents who gave one answer to everything are told where they are many", "[promise]") {
  SmallFiles survey;
  survey.texts["answers.csv"] = std::regex_replace(
      survey.text("answers.csv"), std::regex("9001,2025,(.*),(r0[1-4]),(..),[1-5]\n"), "9001,2025,$1,$2,$3,3\n");
  const Told told = checked(survey);
  CHECK(
      told.err ==
      "s/answers.csv: note: in 2025 more than 20 % of the respondents of 1 organisation gave the same answer to every "
      "statement: 9001 (4 of 12)\n    of all organisations 4 of 84 respondents; they count like everyone else\n");
  CHECK(told.status == 0);
}

TEST_CASE("Two organisations of one name are told", "[promise]") {
  SmallFiles survey;
  survey.change("organisations.csv", "Org 3", "org\u00A02");
  const Told told = checked(survey);
  CHECK(told.err ==
        "s/organisations.csv: warning: the organisations '9002' and '9003' have names that differ only in case, blanks "
        "or hyphens: 'Org 2' and 'org\u00A02'\n"
        "    if they are one, let them have one code; else names that can be told apart\n");
  CHECK(told.status == 0);
}

TEST_CASE("A personal identity number as a unit is told without repeating it", "[promise]") {
  SmallFiles survey;
  survey.texts["answers.csv"] =
      std::regex_replace(survey.text("answers.csv"), std::regex("9001,(20..),u1,"), "9001,$1,19811218-9876,");
  const SurveyFolder folder(survey);
  const Told told = folder.run("check --html check.html s");
  CHECK(told.err ==
        "s/answers.csv: warning: a unit of '9001' is called by a Swedish personal identity number (19••••••-••••)\n"
        "    let ids and names tell nobody who a person is: take it away before the file goes on\n");
  CHECK(told.out.find("9876") == std::string::npos);
  CHECK(told.status == 0);
}

TEST_CASE("Personal data as the name of an organisation is told without repeating it", "[promise]") {
  SmallFiles survey;
  survey.change("organisations.csv", "Org 3", "811218 9876");
  survey.change("organisations.csv", "9005,Org 5", "9005,anna@example.se");
  const Told told = checked(survey);
  CHECK(told.err ==
        "s/organisations.csv: warning: the organisation '9003' is called by a Swedish personal identity number "
        "(••••••-••••)\n"
        "    let ids and names tell nobody who a person is: take it away before the file goes on\n"
        "s/organisations.csv: warning: the organisation '9005' is called by an e-mail address (a…@e…)\n"
        "    let ids and names tell nobody who a person is: take it away before the file goes on\n");
  CHECK(told.status == 0);
}

TEST_CASE("Personal data in an initiative, which is printed, is told without repeating it", "[promise]") {
  SmallFiles survey;
  survey.add_keys("files", "initiatives = \"initiatives.csv\"");
  survey.add("initiatives.csv",
             "organisation,node,title,text\n9001,C1,Anna,Ask anna@example.se\n9002,C1,Plan,Nothing\n");
  const Told told = checked(survey);
  CHECK(told.err ==
        "s/initiatives.csv: warning: an initiative of '9001', line 2, holds an e-mail address (a…@e…)\n"
        "    it is printed in reports: take it away, or let it be the address of an office\n");
  CHECK(told.status == 0);
}

TEST_CASE("Personal data in the place of a code or a year is refused without repeating it", "[promise]") {
  SmallFiles survey;
  survey.change("participation.csv", "9001,2024", "anna@example.se,2024");
  survey.change("participation.csv", "9001,2025", "9001,19811218-9876");
  const Told told = checked(survey);
  CHECK(told.err ==
        "s/participation.csv:2:1: error: no organisation has the code 'an e-mail address (a…@e…)'\n"
        "    valid names: 9001, 9002, 9003, 9004, 9005, 9006, 9007\n"
        "s/participation.csv:3:6: error: 'a Swedish personal identity number (19••••••-••••)' is not a year\n"
        "    expected four digits\n");
  CHECK(told.status == 2);
}

TEST_CASE("A head or a name that differs in case only is meant", "[promise]") {
  SmallFiles survey;
  survey.change("participation.csv", "organisation", "ORGANISATION");
  const Told told = checked(survey);
  CHECK(told.err ==
        "s/participation.csv:1:1: error: column 'organisation' is missing\n"
        "    is it the column 'ORGANISATION'?\n");
  CHECK(told.status == 2);
}

TEST_CASE("Heads of statements that differ in case only are meant", "[promise]") {
  SmallFiles survey;
  survey.texts["answers.csv"] = "organisation,year,respondent,A1,A2,A3,A4,B1,B2\n9001,2025,r01,1,2,3,4,5,1\n";
  const Told told = checked(survey);
  CHECK(told.err ==
        "s/answers.csv:1:1: error: s/answers.csv has neither columns 'statement' and 'answer' nor a column for any "
        "statement\n    is the column 'A1' the statement 'a1'? Then write it so\n");
  CHECK(told.status == 2);
}

TEST_CASE("A check that can't have its limit so is refused with what may stand there", "[promise]") {
  SmallFiles survey;
  survey.add("survey.toml", "\n[checks]\nstraight_lining_share = 2\nstraight_linning = 1\n");
  const Told told = checked(survey);
  CHECK(
      told.err ==
      "s/survey.toml:30:25: error: 'checks.straight_lining_share' is 2, expected 0 to 1\n"
      "s/survey.toml:31:20: error: unknown key 'checks.straight_linning'\n    did you mean 'straight_lining_share'?\n");
  CHECK(told.status == 2);
}
