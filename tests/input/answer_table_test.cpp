#include "input/answer_table.h"

#include <catch2/catch.hpp>

#include "files/memory_files.h"
#include "input/csv_table.h"
#include "input/read_model.h"
#include "input/reading.h"
#include "support/sample.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const AnswerImport kOwnLayout;

const Model& model() {
  static const Model dimios =
      *read_model("m.toml", {"sv", "en"}, MemoryFiles({{"m.toml", source_file("templates/dimios/model.toml")}}));
  return dimios;
}

/// Answers read into one organisation, 9001, with the units that are given.
struct Reading {
  Survey survey;
  Dataset dataset;
  Problems problems;

  explicit Reading(const std::vector<std::string>& files, std::vector<Unit> units = {}) {
    survey.year = 2025;
    dataset.organisations.push_back({"9001", "Askdala", "Askdala kommun", "kommun", {}});
    dataset.units = std::move(units);
    AnswerTable table(survey, model(), dataset, problems);
    for (const std::string& text : files) table.add(kOwnLayout).read(csv_table(text, "answers.csv", problems));
    table.finish();
  }
};

}  // namespace

TEST_CASE("The column of units may be left out", "[input]") {
  const Reading r({"organisation,year,respondent,statement,answer\n9001,2025,r1,p01,3\n"});
  CHECK(r.problems.empty());
  REQUIRE(r.dataset.respondents.size() == 1);
  CHECK(r.dataset.respondents[0].unit == -1);
}

TEST_CASE("Columns may stand in any order and beside others", "[input]") {
  const Reading r({"answer;note;statement;respondent;year;organisation\n3;hej;p01;r1;2025;9001\n"});
  CHECK(r.problems.empty());
  CHECK(r.dataset.answers_of(0)[0] == 3);
}

TEST_CASE("Units without a file of their own are made as they are met", "[input]") {
  const Reading r(
      {"organisation,year,unit,respondent,statement,answer\n9001,2025,a,r1,p01,3\n9001,2025,a,r2,p01,3\n9001,2025,,r3,"
       "p01,3\n"});
  REQUIRE(r.dataset.units.size() == 1);
  CHECK(r.dataset.units[0].name == "a");
  CHECK(r.dataset.respondents[1].unit == 0);
  CHECK(r.dataset.respondents[2].unit == -1);
}

TEST_CASE("Respondents are told apart by organisation, year and id", "[input]") {
  const Reading r(
      {"organisation,year,respondent,statement,answer\n9001,2024,r1,p01,3\n9001,2025,r1,p01,3\n9001,2025,r2,p01,3\n"});
  CHECK(r.problems.empty());
  CHECK(r.dataset.respondents.size() == 3);
  CHECK(r.dataset.measurements.size() == 2);
}

TEST_CASE("A respondent may go on in a second file", "[input]") {
  const std::string head = "organisation,year,respondent,statement,answer\n";
  const Reading r({head + "9001,2025,r1,p01,3\n", head + "9001,2025,r1,p02,4\n"});
  CHECK(r.problems.empty());
  REQUIRE(r.dataset.respondents.size() == 1);
  CHECK(r.dataset.answers_of(0)[1] == 4);
}

TEST_CASE("The same row in two files is told as answered twice", "[input]") {
  const std::string text = "organisation,year,respondent,statement,answer\n9001,2025,r1,p01,3\n";
  CHECK(count_problems(Reading({text, text}).problems, "already") == 1);
}

TEST_CASE("A person of an unknown organisation is told once, not for each answer", "[input]") {
  const Reading r(
      {"organisation,year,respondent,statement,answer\n9009,2025,r1,p01,3\n9009,2025,r1,p02,3\n9009,2025,r1,p03,3\n"});
  CHECK(r.problems.size() == 1);
}

TEST_CASE("More than ten wrong answers are told ten times and then counted", "[input]") {
  std::string text = "organisation,year,respondent,statement,answer\n";
  for (int i = 1; i <= 30; ++i) text += "9001,2025,r" + std::to_string(i) + ",p01,7\n";
  const Reading r({text});
  CHECK(r.problems.size() == 11);
  CHECK(count_problems(r.problems, "20 more problems of the kind \"answer outside the scale\"") == 1);
}

TEST_CASE("Two problems in one row are both told", "[input]") {
  const Reading r({"organisation,year,respondent,statement,answer\n9001,2025,r1,x99,7\n"});
  CHECK(r.problems.size() == 2);
}

TEST_CASE("A decomposed unit is the same unit", "[input]") {
  const Reading r({"organisation,year,unit,respondent,statement,answer\n9001,2025,a\u030A,r1,p01,3\n"},
                  {{0, "å", "Å", ""}});
  CHECK(r.problems.empty());
  CHECK(r.dataset.respondents.at(0).unit == 0);
}

TEST_CASE("A file that is named twice is told ten times and then counted, and every respondent counts", "[input]") {
  std::string text = "organisation,year,respondent,statement,answer\n";
  for (int i = 1; i <= 30; ++i) text += "9001,2025,r" + std::to_string(i) + ",p01,3\n";
  const Reading r({text, text});
  REQUIRE(r.problems.size() == 11);
  CHECK(r.problems.back().message == "20 more problems of the kind \"respondents in two files\"");
  CHECK(r.problems.back().count == 20);
}
