// Files of answers as survey tools leave them, mapped in survey.toml.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "input/reading.h"
#include "support/small_files.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// The small survey with one more organisation, 9008, and a file of a survey tool.
SmallFiles with_import(const std::string& keys, const std::string& csv) {
  SmallFiles files;
  files.add("organisations.csv", "9008,Björkvik,kommun,800,8000\n");
  files.add("survey.toml", "\n[[imports]]\nfile = \"tool.csv\"\n" + keys);
  files.add("tool.csv", csv);
  return files;
}

/// What respondents of 9008 answered, a digit a statement, '_' not asked, '-' none, '?' don't know.
std::vector<std::string> answers(const SmallFiles& files, int year = 2025) {
  const auto data = files.whole();
  const Dataset& dataset = data->dataset;
  const Measurement* m = dataset.find(dataset.find_organisation("9008"), year);
  std::vector<std::string> rows;
  for (int r = 0; m && r < m->respondents; ++r) {
    std::string& row = rows.emplace_back();
    for (const std::int8_t answer : dataset.answers_of(m->first_respondent + r))
      row += is_step(answer)       ? std::to_string(answer)
             : answer == kNotAsked ? "_"
             : answer == kDontKnow ? "?"
             : answer == kNoAnswer ? "-"
                                   : ".";
  }
  return rows;
}

using Rows = std::vector<std::string>;

constexpr const char* kWhole = "organisation = { value = \"9008\" }\nyear = 2025\nrespondent = \"id\"\n";

}  // namespace

TEST_CASE("A row for each respondent is read without a word of explanation", "[input]") {
  SmallFiles files;
  files.add("organisations.csv", "9008,Björkvik,kommun,800,8000\n");
  files.change("survey.toml", "answers = [\"answers.csv\"]", "answers = [\"answers.csv\", \"wide.csv\"]");
  files.add("wide.csv",
            "organisation;year;respondent;b2;b1;a1;a2;a3;a4\n9008;2025;x1;1;2;3;4;5;\n9008;2025;x2;?;.;-;1;1;1\n");
  CHECK(answers(files) == Rows{"345-21", "-111.?"});
  const auto loaded = files.load();
  CHECK(loaded.problems.empty());
}

TEST_CASE("A LimeSurvey export with question codes is read by its layout", "[input]") {
  const auto files = with_import(
      "layout = \"limesurvey\"\norganisation = { value = \"9008\" }\nyear = 2025\n"
      "[imports.labels]\nAO01 = 1\nAO02 = 2\nAO03 = 3\nAO04 = 4\nAO05 = 5\nAO99 = \"?\"\n",
      "\"id\";\"submitdate\";\"lastpage\";\"G01Q01[a1]\";\"G01Q01[a2]\";\"G01Q01[a3]\";"
      "\"G01Q01[a4]\";\"G02Q02[b1]\";\"G02Q02[b2]\"\n"
      "\"1\";\"2025-11-03 10:15:00\";\"3\";\"AO01\";\"AO02\";\"AO03\";\"AO04\";\"AO05\";\"AO99\"\n"
      "\"2\";\"\";\"1\";\"AO01\";\"\";\"\";\"\";\"\";\"\"\n");
  CHECK(answers(files) == Rows{"12345?"});
  const auto loaded = files.load();
  CHECK(count_problems(loaded.problems, "1 rows were not finished and are left out") == 1);
  CHECK(count_problems(loaded.problems, "columns that are not read: 'lastpage'") == 1);
}

TEST_CASE("A Forms workbook's heads are the statements and its answers are labels", "[input]") {
  const auto files = with_import(
      "layout = \"forms\"\norganisation = { column = \"Kommun\" }\nyear = { date = \"Completion time\" }\n",
      "ID,Start time,Completion time,Email,Kommun,A one,2. a TWO.,\"Vi har [A three.]\",A four.,B one.,B two.\n"
      "1,x,2025-11-03 10:15,anonymous,Björkvik,l1,l2,L3,l4,l5,l1\n"
      "2,x,11/4/2025 9:00,anonymous,bjo\u0308rkvik,l5,,,,,\n");
  CHECK(answers(files) == Rows{"123451", "5-----"});
}

TEST_CASE("Several heads are each a name of their column, and all of them together", "[input]") {
  const auto files =
      with_import(std::string(kWhole) + "head_rows = 2\n[imports.columns]\na1 = \"First / one\"\na2 = \"two\"\n",
                  "id,First,,Second\n,one,two,one\n7,1,2,3\n");
  CHECK(answers(files) == Rows{"12____"});
}

TEST_CASE("Statements are taken by their place, too", "[input]") {
  CHECK(answers(with_import(std::string(kWhole) + "statements = { first = 2 }\n", "id,q,r,s,t,u,v\n7,1,2,3,4,5,1\n")) ==
        Rows{"123451"});
  CHECK(answers(with_import("organisation = { value = \"9008\" }\nyear = 2025\nrespondent = { row = true }\n"
                            "[imports.columns]\nb2 = 1\n",
                            "q,r\n4,x\n5,x\n")) == Rows{"_____4", "_____5"});
}

TEST_CASE("Long exports have other names, and words for organisations and units", "[input]") {
  const auto files = with_import(
      "organisation = \"Kommun\"\nyear = \"År\"\nunit = \"Enhet\"\nrespondent = \"Svarande\"\n"
      "statement = { pattern = \"Fråga*\" }\nanswer = 6\nseparator = \"tab\"\n"
      "[imports.organisations]\n\"Björkviks kommun\" = \"9008\"\n[imports.units]\nSkolan = \"skola\"\n",
      "Kommun\tÅr\tEnhet\tSvarande\tFråga (kod)\tSvar\nBjörkviks kommun\t2025\tSkolan\tr1\ta1\t4\n");
  CHECK(answers(files) == Rows{"4_____"});
  const auto data = files.whole();
  const auto& units = data->dataset.units;
  CHECK(std::count_if(units.begin(), units.end(), [](const Unit& u) { return u.id == "skola"; }) == 1);
}

TEST_CASE("A respondent with two rows is told with the first of them", "[input]") {
  const auto loaded = with_import(kWhole, "id,a1\n7,1\n8,2\n7,1\n").load();
  const Problem problem = problem_with(loaded.problems, "respondent '7' stands in row 1 already");
  CHECK(problem.place == Place{"s/tool.csv", 4, 1});
  CHECK_FALSE(loaded);
}

TEST_CASE("A date outside the year is warned of", "[input]") {
  const auto loaded =
      with_import(std::string(kWhole) + "date = \"sent\"\n", "id,sent,a1\n7,2024-11-03,1\n8,3 nov,2\n9,2025-01-01,2\n")
          .load();
  CHECK(problem_with(loaded.problems, "the date '2024-11-03' lies outside the year 2025").place ==
        Place{"s/tool.csv", 2, 3});
  CHECK(problem_with(loaded.problems, "'3 nov' is not a date").severity == Severity::warning);
  CHECK(count_problems(loaded.problems, "date") == 2);
}

TEST_CASE("A statement without a column is warned of, with the head that resembles it", "[input]") {
  const auto loaded = with_import(kWhole, "id,a1,a2,a3,a4,b1,B2\n7,1,1,1,1,1,1\n").load();
  const Problem problem = problem_with(loaded.problems, "no column holds the statement 'b2'");
  CHECK(problem.severity == Severity::warning);
  CHECK(problem.hint == "is it the column 'B2'?");
  CHECK(problem_with(loaded.problems, "columns that are not read: 'B2'").severity == Severity::note);
}

TEST_CASE("What an import names and the file lacks is told in survey.toml", "[input]") {
  const auto problem_of = [](const std::string& keys, const std::string& csv = "id,a1\n7,1\n") {
    const auto loaded = with_import(keys, csv).load();
    INFO(keys << all_text(loaded.problems));
    CHECK_FALSE(loaded);
    REQUIRE_FALSE(loaded.problems.empty());
    CHECK(loaded.problems[0].place.file == (keys.empty() ? "s/tool.csv" : "s/survey.toml"));
    return loaded.problems[0].message + " | " + loaded.problems[0].hint;
  };
  const std::string whole = kWhole;
  CHECK(problem_of(whole + "unit = \"idd\"\n") == "s/tool.csv has no column 'idd' for 'unit' | is it the column 'id'?");
  CHECK(problem_of(whole + "unit = 9\n") ==
        "'unit' is column 9, but s/tool.csv has 2 columns | columns are counted from 1");
  CHECK(problem_of(whole + "unit = \"x\"\n", "id,x,x,a1\n") ==
        "2 columns of s/tool.csv are called 'x', expected one for 'unit' | name the column by its place: { position = "
        "3 }");
  CHECK(problem_of(whole + "[imports.columns]\nc9 = \"a1\"\n") ==
        "the model has no statement 'c9' | valid names: a1, a2, a3, a4, b1, b2");
  CHECK(problem_of(whole + "layout = \"lime\"\n") ==
        "there is no layout 'lime' | valid names: limesurvey, limesurvey-texts, forms");
  CHECK(problem_of(whole + "encoding = \"latin\"\n") ==
        "there is no encoding 'latin' | valid names: utf-8, utf-16le, utf-16be, windows-1252");
  CHECK(problem_of(whole + "separator = \"|\"\n") == "'|' separates no columns | expected \",\", \";\" or \"tab\"");
  CHECK(problem_of(whole + "statements = { pattern = \"Q1\" }\n") ==
        "the pattern 'Q1' has no place for the statement | write {statement} where its id stands: \"Q1[{statement}]\"");
  CHECK(problem_of(whole + "unit = { column = \"id\", position = 2 }\n") ==
        "'imports[1].unit' says more than one thing | one of 'column', 'pattern', 'position', 'value', 'date' and 'row "
        "= true'");
  CHECK(problem_of(whole, "id,q1\n7,1\n").find("neither columns 'statement' and 'answer' nor a column") !=
        std::string::npos);
}

TEST_CASE("Rows that number respondents are those of their file alone", "[input]") {
  auto files =
      with_import("organisation = { value = \"9008\" }\nyear = 2025\nrespondent = { row = true }\n", "a1\n1\n2\n");
  files.add("survey.toml",
            "[[imports]]\nfile = \"b.json\"\norganisation = { value = \"9008\" }\nyear = 2025\nrespondent = { row = "
            "true }\n");
  files.add("b.json", R"([{"a2": 3}, {"a2": 4}, {"a2": 5}])");
  CHECK(answers(files) == Rows{"_3____", "_4____", "_5____", "1_____", "2_____"});
}

TEST_CASE("Files that each number their respondents are told apart by a prefix", "[input]") {
  auto files = with_import(kWhole, "id,a1\n1,1\n2,2\n");
  files.add("survey.toml", std::string("[[imports]]\nfile = \"b.csv\"\n") + kWhole);
  files.add("b.csv", "id,a1\n1,5\n2,4\n");
  const Problem twice = problem_with(files.load().problems, "respondent '1' has answered already, at s/tool.csv:2");
  CHECK(twice.place == Place{"s/b.csv", 2});
  CHECK(twice.hint.find("'prefix'") != std::string::npos);
  files.add("survey.toml", "prefix = \"b\"\n");
  CHECK(answers(files) == Rows{"1_____", "2_____", "5_____", "4_____"});
}

TEST_CASE("Places that are off are noticed by the heads", "[input]") {
  const auto loaded =
      with_import(std::string(kWhole) + "statements = { first = 3 }\n", "id,Q[a1],Q[a2],Q[a3]\n7,1,2,3\n").load();
  CHECK_FALSE(loaded);
  CHECK(problem_with(loaded.problems, "the column 'Q[a2]' stands in the place of 'a1'").place ==
        Place{"s/tool.csv", 1, 10});
}

TEST_CASE("Titles above the heads can be passed over", "[input]") {
  CHECK(answers(with_import(std::string(kWhole) + "skip_rows = 2\nseparator = \";\"\n",
                            "Svar 2025\nsid 1;av 2\nid;a1\n7;3\n")) == Rows{"3_____"});
}

TEST_CASE("Statements may be spread over files of the same people", "[input]") {
  auto files = with_import(kWhole, "id,a1,a2,a3\n7,1,2,3\n");
  files.add("survey.toml", std::string("[[imports]]\nfile = \"b.csv\"\n") + kWhole);
  files.add("b.csv", "id,a4,b1\n7,4,5\n");
  CHECK(answers(files) == Rows{"12345_"});
  const auto problems = files.load().problems;
  CHECK(count_problems(problems, "no column holds the statement 'b2'") == 2);
  CHECK(count_problems(problems, "no column holds") == 2);
}

TEST_CASE("Respondents without an answer are left out, and counted", "[input]") {
  const auto problems = with_import(kWhole, "id,a1\n7,1\n8,\n9,-\n").load().problems;
  CHECK(count_problems(problems, "2 respondents of 171 have no answer at all and are not counted") == 1);
}

TEST_CASE("A label may stand for a label, and two that are the same text are refused", "[input]") {
  CHECK(answers(with_import(std::string(kWhole) + "[imports.labels]\nBra = \"l5\"\nl1 = \"l2\"\n",
                            "id,a1,a2\n7,bra,L1\n")) == Rows{"52____"});
  const auto same = with_import(std::string(kWhole) + "[imports.labels]\nJa = 5\nJA = 1\n", "id,a1\n7,ja\n").load();
  CHECK_FALSE(same);
  CHECK(count_problems(same.problems, "the labels 'JA' and 'Ja' are the same text, but stand for different answers") ==
        1);
  const auto merged = with_import(std::string(kWhole) + "[imports.labels]\n5 = 1\n", "id,a1\n7,1\n").load();
  CHECK(problem_with(merged.problems, "the labels make both 1 and 5 mean 1").severity == Severity::warning);
}

TEST_CASE("A label that is nearly one of the scale is told with it", "[input]") {
  auto files = with_import(kWhole, "id,a1\n7,Bra betig\n");
  files.add("survey.toml", "[imports.labels]\n\"Bra betyg\" = 5\n");
  CHECK(problem_with(files.load().problems, "the answer 'Bra betig' is not").hint == "did you mean 'Bra betyg'?");
}

TEST_CASE("A label that stands for no answer is told where it is written", "[input]") {
  const auto loaded = with_import(std::string(kWhole) + "[imports.labels]\nBra = 9\n", "id,a1\n7,Bra\n").load();
  CHECK_FALSE(loaded);
  CHECK(problem_with(loaded.problems, "the label 'Bra' stands for '9'").place.file == "s/survey.toml");
}
