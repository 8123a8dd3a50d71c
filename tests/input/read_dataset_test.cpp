#include "input/read_dataset.h"

#include <catch2/catch.hpp>
#include <map>

#include "files/memory_files.h"
#include "input/read_model.h"
#include "input/reading.h"
#include "support/sample.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const Model& model() {
  static const Model dimios =
      *read_model("m.toml", {"sv", "en"}, MemoryFiles({{"m.toml", source_file("templates/dimios/model.toml")}}));
  return dimios;
}

Survey survey() {
  Survey s;
  s.folder = "s";
  s.path = "s/survey.toml";
  s.year = 2025;
  s.languages = {"sv"};
  s.types["kommun"] = {};
  s.types["region"] = {};
  s.unit_types = {{"skola", {}}, {"omsorg", {}}};
  s.organisations_path = "organisations.csv";
  s.answer_paths = {"answers.csv"};
  return s;
}

constexpr const char* kOrganisations = "code,name,type,county\n9002,Björkvik,kommun,05\n9001,Askdala,kommun,\n";
constexpr const char* kHead = "organisation,year,unit,respondent,statement,answer\n";

using Texts = std::map<std::string, std::string>;

Texts texts(const std::string& answers) {
  return {{"organisations.csv", kOrganisations}, {"answers.csv", kHead + answers}};
}

Result<Dataset> read(const Texts& files, const Survey& s = survey()) {
  return read_dataset(s, model(), MemoryFiles(files));
}

Dataset whole(const Texts& files, const Survey& s = survey()) {
  auto result = read(files, s);
  INFO(all_text(result.problems));
  REQUIRE(result);
  return std::move(*result);
}

/// The one problem of these answers, which stand behind a good first row.
Problem wrong_row(const std::string& row) {
  const auto result = read(texts("9001,2025,,r1,p01,3\n" + row + "\n"));
  INFO(all_text(result.problems));
  CHECK_FALSE(result);
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].place.file == "answers.csv");
  CHECK(result.problems[0].place.line == 3);
  CHECK(actionable(result.problems[0]));
  return result.problems[0];
}

Problem wrong_organisations(const std::string& text) {
  const auto result = read_organisations(survey(), MemoryFiles(Texts{{"organisations.csv", text}}));
  INFO(all_text(result.problems));
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].place.file == "organisations.csv");
  CHECK(result.problems[0].place.line > 0);
  CHECK(actionable(result.problems[0]));
  return result.problems[0];
}

struct WithUnits {
  Survey s = survey();
  Texts files;
  WithUnits(const std::string& units, const std::string& answers) : files(texts(answers)) {
    s.units_path = "units.csv";
    files["units.csv"] = "organisation,unit,name,unit_type\n" + units;
  }
};

struct WithParticipation {
  Survey s = survey();
  Texts files = texts("9001,2025,,r1,p01,3\n9001,2025,,r2,p01,4\n");
  explicit WithParticipation(const std::string& rows) {
    s.participation_path = "participation.csv";
    files["participation.csv"] = "organisation,year,invited\n" + rows;
  }
};

/// Everything of a dataset as text, to compare.
std::string print(const Dataset& d) {
  std::string all;
  for (const Organisation& o : d.organisations) all += o.code + " " + o.name + "\n";
  for (const Unit& u : d.units) all += "unit " + std::to_string(u.organisation) + " " + u.id + "\n";
  for (const Respondent& r : d.respondents)
    all += std::to_string(r.organisation) + " " + std::to_string(r.unit) + " " + std::to_string(r.year) + "\n";
  for (std::size_t i = 0; i < d.answers.size(); ++i)
    if (d.answers[i] != kNotAsked) all += std::to_string(i) + ":" + std::to_string(d.answers[i]) + " ";
  for (const Measurement& m : d.measurements)
    all += "\n" + std::to_string(m.organisation) + " " + std::to_string(m.year) + " " +
           std::to_string(m.first_respondent) + " " + std::to_string(m.respondents) + " " +
           std::to_string(m.invited.value_or(-1));
  for (const int year : d.years) all += "\n" + std::to_string(year);
  return all;
}

const std::vector<std::string> kRows{"9001,2025,a,r1,p01,3\n", "9001,2025,a,r1,p02,4\n", "9001,2025,b,r2,p01,?\n",
                                     "9001,2025,b,r2,p03,6\n", "9002,2025,c,r1,p01,1\n", "9002,2024,c,r1,p01,2\n",
                                     "9001,2024,b,r9,p02,.\n", "9001,2024,b,r9,p04,5\n"};

std::string joined(const std::vector<std::string>& rows) {
  std::string all;
  for (const std::string& row : rows) all += row;
  return all;
}

}  // namespace

TEST_CASE("Organisations stand in the order of their codes, with their properties", "[input]") {
  const Dataset data = whole(texts("9001,2025,,r1,p01,3\n"));
  REQUIRE(data.organisations.size() == 2);
  CHECK(data.organisations[0].code == "9001");
  CHECK(data.organisations[1].formal_name == "Björkvik");
  CHECK(data.property_names == std::vector<std::string>{"county"});
  CHECK(data.value(1, data.property("county")) == "05");
  CHECK(data.value(0, data.property("county")).empty());
}

TEST_CASE("Answers become measurements of organisations and years", "[input]") {
  const Dataset data = whole(texts(joined(kRows)));
  CHECK(data.years == std::vector<int>{2024, 2025});
  REQUIRE(data.measurements.size() == 4);
  REQUIRE(data.find(0, 2025));
  CHECK(data.find(0, 2025)->respondents == 2);
  CHECK_FALSE(data.find(0, 2025)->invited);
}

TEST_CASE("Empty, dash, question mark and full stop are four kinds of no step", "[input]") {
  const Dataset data = whole(texts(
      "9001,2025,,r1,p01,3\n9001,2025,,r1,p02,\n9001,2025,,r1,p03,-\n9001,2025,,r1,p04,?\n9001,2025,,r1,p05,.\n"));
  const auto answers = data.answers_of(0);
  CHECK(answers[0] == 3);
  CHECK(answers[1] == kNoAnswer);
  CHECK(answers[2] == kNoAnswer);
  CHECK(answers[3] == kDontKnow);
  CHECK(answers[4] == kNotApplicable);
  CHECK(answers[5] == kNotAsked);
}

TEST_CASE("Someone who answered nothing is no respondent", "[input]") {
  const Dataset data = whole(texts("9001,2025,,r1,p01,3\n9001,2025,,r2,p01,?\n9002,2025,,r1,p01,-\n"));
  CHECK(data.respondents.size() == 1);
  CHECK(data.find(1, 2025) == nullptr);
}

TEST_CASE("Rows in any order give the same dataset", "[input]") {
  std::vector<std::string> rows = kRows;
  const std::string expected = print(whole(texts(joined(rows))));
  std::reverse(rows.begin(), rows.end());
  CHECK(print(whole(texts(joined(rows)))) == expected);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    std::rotate(rows.begin(), rows.begin() + 3, rows.end());
    CHECK(print(whole(texts(joined(rows)))) == expected);
  }
}

TEST_CASE("Rows in any order give the same dataset when units have a file of their own", "[input]") {
  std::vector<std::string> rows = kRows;
  const std::string units = "9001,a,,\n9001,b,,\n9002,c,,\n";
  const WithUnits one(units, joined(rows));
  std::reverse(rows.begin(), rows.end());
  const WithUnits other(units, joined(rows));
  CHECK(print(whole(one.files, one.s)) == print(whole(other.files, other.s)));
}

TEST_CASE("Rows split in several files give the same dataset", "[input]") {
  const std::vector<std::string> first(kRows.begin(), kRows.begin() + 3);
  const std::vector<std::string> second(kRows.begin() + 3, kRows.end());
  Survey s = survey();
  s.answer_paths = {"a.csv", "b.csv"};
  const Texts files{
      {"organisations.csv", kOrganisations}, {"a.csv", kHead + joined(first)}, {"b.csv", kHead + joined(second)}};
  CHECK(print(whole(files, s)) == print(whole(texts(joined(kRows)))));
}

TEST_CASE("A statement that the model lacks is told with the nearest", "[input]") {
  const Problem problem = wrong_row("9001,2025,,r1,p1,3");
  CHECK(problem.message == "the model has no statement 'p1'");
  CHECK(problem.hint == "did you mean 'p01'?");
  CHECK(problem.place.column == 15);
}

TEST_CASE("A statement that resembles none is told with something to do", "[input]") {
  CHECK(wrong_row("9001,2025,,r1,question 12,3").message == "the model has no statement 'question 12'");
}

TEST_CASE("An answer of 7 is told with the scale", "[input]") {
  const Problem problem = wrong_row("9001,2025,,r1,p02,7");
  CHECK(problem.message == "the answer '7' is not a step of the scale");
  CHECK(problem.hint.find("from 1 to 6") != std::string::npos);
  CHECK(problem.place.column == 19);
}

TEST_CASE("Answers that are no whole numbers are told", "[input]") {
  for (const char* answer : {"0", "-3", "3.0", "\"3,5\"", " 3", "3x", "x", "99999999999999"})
    wrong_row(std::string("9001,2025,,r1,p02,") + answer);
}

TEST_CASE("An unknown organisation is told with the nearest code", "[input]") {
  const Problem problem = wrong_row("9O02,2025,,r1,p01,3");
  CHECK(problem.message == "no organisation has the code '9O02'");
  CHECK(problem.hint == "did you mean '9002'?");
  CHECK(problem.place.column == 1);
}

TEST_CASE("A respondent who answers a statement twice is told", "[input]") {
  const Problem problem = wrong_row("9001,2025,,r1,p01,4");
  CHECK(problem.message == "respondent 'r1' has answered statement 'p01' already");
}

TEST_CASE("A respondent in two units is told", "[input]") {
  const WithUnits w("9001,a,,\n9001,b,,\n", "9001,2025,a,r1,p01,3\n9001,2025,b,r1,p02,3\n");
  const auto result = read(w.files, w.s);
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].place == Place{"answers.csv", 3, 11});
  CHECK(result.problems[0].message == "respondent 'r1' stood in another unit before");
  CHECK(actionable(result.problems[0]));
}

TEST_CASE("A year later than the survey's is told with what to do", "[input]") {
  const Problem problem = wrong_row("9001,2026,,r1,p01,3");
  CHECK(problem.message == "the year 2026 is later than the survey's, 2025");
  CHECK(problem.place.column == 6);
}

TEST_CASE("What is no year is told", "[input]") {
  for (const char* year : {"", "25", "2025x", "år", "20255"}) {
    const Problem problem = wrong_row(std::string("9001,") + year + ",,r1,p01,3");
    CHECK(problem.message == "'" + std::string(year) + "' is not a year");
  }
}

TEST_CASE("A respondent without an id is told", "[input]") {
  CHECK(wrong_row("9001,2025,,,p01,3").message == "the respondent has no id");
}

TEST_CASE("A unit that the file of units lacks is told with the nearest", "[input]") {
  const WithUnits w("9001,skolan,,\n9002,vården,,\n", "9001,2025,skola,r1,p01,3\n");
  const auto result = read(w.files, w.s);
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].message == "the organisation '9001' has no unit 'skola'");
  CHECK(result.problems[0].hint == "did you mean 'skolan'?");
}

TEST_CASE("Several problems of several files are all told", "[input]") {
  WithUnits w("9009,a,,\n", "9001,2025,,r1,p99,3\n9001,2025,,r1,p02,7\nx,2025,,r1,p02,7\n");
  w.files["organisations.csv"] = std::string(kOrganisations) + "9003,Ekhamra,by,\n";
  const auto result = read(w.files, w.s);
  CHECK(count_problems(result.problems, "knows no type 'by'") == 1);
  CHECK(count_problems(result.problems, "code '9009'") == 1);
  CHECK(count_problems(result.problems, "no statement 'p99'") == 1);
  CHECK(count_problems(result.problems, "the answer '7'") == 2);
  CHECK(count_problems(result.problems, "code 'x'") == 1);
}

TEST_CASE("A missing column of answers is told with the nearest name", "[input]") {
  const auto result =
      read({{"organisations.csv", kOrganisations}, {"answers.csv", "organisation,year,respondent,statment,answer\n"}});
  const Problem problem = problem_with(result.problems, "column 'statement' is missing");
  CHECK(problem.hint == "is it the column 'statment'?");
}

TEST_CASE("A missing file of answers is told with how they are made", "[input]") {
  const auto result = read({{"organisations.csv", kOrganisations}});
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].place.file == "answers.csv");
  CHECK(result.problems[0].hint.find("mognad simulate") != std::string::npos);
}

TEST_CASE("Missing files of units and participation are told with a hint", "[input]") {
  Survey s = survey();
  s.units_path = "units.csv";
  s.participation_path = "participation.csv";
  const auto result = read(texts("9001,2025,,r1,p01,3\n"), s);
  REQUIRE(result.problems.size() == 2);
  for (const Problem& problem : result.problems) CHECK(actionable(problem));
}

TEST_CASE("A missing file of organisations is one problem, not one for each answer", "[input]") {
  const auto result = read({{"answers.csv", kHead + joined(kRows)}});
  CHECK(result.problems.size() == 1);
  CHECK(result.problems.at(0).place.file == "organisations.csv");
  CHECK(actionable(result.problems.at(0)));
}

TEST_CASE("A file of organisations without the column of codes is one problem, not one for each answer", "[input]") {
  Texts files = texts(joined(kRows));
  files["organisations.csv"] = "kod,name,type\n9001,Askdala,kommun\n";
  const auto result = read(files);
  CHECK(result.problems.size() == 1);
}

TEST_CASE("A survey whose year has no answers names the survey's file", "[input]") {
  const auto result = read(texts("9001,2024,,r1,p01,3\n"));
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].place.file == "s/survey.toml");
  Survey here = survey();
  here.folder = "";
  here.path = "survey.toml";
  CHECK(read(texts("9001,2024,,r1,p01,3\n"), here).problems.at(0).place.file == "survey.toml");
}

TEST_CASE("An organisation that stands twice names the first line", "[input]") {
  const Problem problem =
      wrong_organisations("code,name,type\n9001,Askdala,kommun\n9002,Björkvik,kommun\n9001,Askdala,kommun\n");
  CHECK(problem.place == Place{"organisations.csv", 4, 1});
  CHECK(problem.message == "the organisation '9001' stands in the file already, in line 2");
}

TEST_CASE("An organisation of an unknown type is told with the nearest", "[input]") {
  const Problem problem = wrong_organisations("code,name,type\n9001,Åby,kommum\n");
  CHECK(problem.place == Place{"organisations.csv", 2, 10});
  CHECK(problem.hint == "did you mean 'kommun'?");
}

TEST_CASE("An organisation without a name is told with what to do", "[input]") {
  CHECK(wrong_organisations("code,name,type\n9001,,kommun\n").message == "the organisation has no name");
}

TEST_CASE("An organisation without a code is told with what to do", "[input]") {
  CHECK(wrong_organisations("code,name,type\n,Åby,kommun\n").message == "the organisation has no code");
}

TEST_CASE("Two organisations without a code are not called duplicates", "[input]") {
  const Texts files{{"organisations.csv", "code,name,type\n,Åby,kommun\n,Öby,kommun\n"}};
  const auto result = read_organisations(survey(), MemoryFiles(files));
  CHECK(count_problems(result.problems, "stands in the file already") == 0);
}

TEST_CASE("A file of organisations with only a head is refused", "[input]") {
  const Texts files{{"organisations.csv", "code,name,type\n"}};
  const auto result = read_organisations(survey(), MemoryFiles(files));
  CHECK(count_problems(result.problems, "holds no organisation") == 1);
}

TEST_CASE("A decomposed code in the answers is the same code", "[input]") {
  const Dataset data = whole({{"organisations.csv", "code,name,type\nå1,Åby,kommun\n"},
                              {"answers.csv", std::string(kHead) + "a\u030A1,2025,,r1,p01,3\n"}});
  CHECK(data.respondents.size() == 1);
}

TEST_CASE("A message is UTF-8, also when it shows the beginning of a long field", "[input]") {
  std::string row = "9001,2025,,r1,x";
  for (int i = 0; i < 40; ++i) row += "å";
  const std::string message = read(texts(row + ",3\n")).problems.at(0).message;
  const std::size_t quote = message.find('\'');
  const std::string field = message.substr(quote + 1, message.rfind('\'') - quote - 1);
  CHECK(static_cast<unsigned char>(field.back()) < 0xC0);
}

TEST_CASE("Units take their name and type from their file", "[input]") {
  const WithUnits w("9002,1,Skolan,skola\n9001,1,,\n", "9001,2025,1,r1,p01,3\n9002,2025,1,r1,p01,3\n");
  const Dataset data = whole(w.files, w.s);
  REQUIRE(data.units.size() == 2);
  CHECK(data.units[0].name == "Skolan");
  CHECK(data.units[0].unit_type == "skola");
  CHECK(data.units[1].id == "1");
  CHECK(data.units[1].name.empty());  // the report calls it by its type or its id
  CHECK(data.respondents[0].unit == 1);
}

TEST_CASE("Wrong units are told: unknown organisation, unknown type, twice", "[input]") {
  const WithUnits w("90001,a,,\n9001,b,,skolan\n9001,c,,\n9001,c,,\n", "9001,2025,c,r1,p01,3\n");
  const auto result = read(w.files, w.s);
  CHECK(problem_with(result.problems, "code '90001'").hint == "did you mean '9001'?");
  CHECK(problem_with(result.problems, "unit type 'skolan'").hint == "did you mean 'skola'?");
  CHECK(problem_with(result.problems, "the unit 'c' of '9001'").message.find("in line 4") != std::string::npos);
  for (const Problem& problem : result.problems) {
    INFO(to_text(problem));
    CHECK(actionable(problem));
  }
}

TEST_CASE("Participation gives how many were invited, and empty means unknown", "[input]") {
  const WithParticipation w("9001,2025,12\n9002,2025,\n");
  CHECK(whole(w.files, w.s).find(0, 2025)->invited == std::optional<int>(12));
  const WithParticipation unknown("9001,2025,\n");
  CHECK_FALSE(whole(unknown.files, unknown.s).find(0, 2025)->invited);
}

TEST_CASE("Wrong participation is told with its place and what to do", "[input]") {
  for (const char* row : {"9001,2025,x\n", "9001,2025,0\n", "9001,2025,-2\n", "9001,2025,1\n", "9001,tjugo,12\n",
                          "9O01,2025,12\n", "9001,2025\n"}) {
    const WithParticipation w(row);
    const auto result = read(w.files, w.s);
    INFO(row << all_text(result.problems));
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems[0].place.file == "participation.csv");
    CHECK(result.problems[0].place.line == 2);
    CHECK(actionable(result.problems[0]));
  }
}

TEST_CASE("An organisation that stands twice in a year of participation is told", "[input]") {
  const WithParticipation w("9001,2025,12\n9001,2025,14\n");
  CHECK_FALSE(read(w.files, w.s));
}

TEST_CASE("A peer group by a column that organisations lack is told with the nearest", "[input]") {
  Survey s = survey();
  s.peer_groups = {{.id = "all"}, {.id = "county", .property = "conty"}};
  const auto result = read(texts("9001,2025,,r1,p01,3\n"), s);
  CHECK(problem_with(result.problems, "'conty'").hint.find("county") != std::string::npos);
}
