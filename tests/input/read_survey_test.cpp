#include "input/read_survey.h"

#include <catch2/catch.hpp>

#include "files/memory_files.h"
#include "input/reading.h"
#include "support/sample.h"

using namespace mognad;
using namespace mognad::test;

namespace {

std::string example() { return source_file("templates/new/survey.toml"); }

Result<Survey> read(const std::string& text) { return read_survey("s", "t", MemoryFiles({{"s/survey.toml", text}})); }

Problems refused(const std::string& from, const std::string& to) {
  const auto result = read(replaced(example(), from, to));
  CHECK_FALSE(result);
  for (const Problem& problem : result.problems) {
    INFO(to_text(problem));
    CHECK(problem.place.file == "s/survey.toml");
    CHECK(problem.place.line > 0);
    CHECK(problem.place.column > 0);
    CHECK(actionable(problem));
  }
  return result.problems;
}

}  // namespace

TEST_CASE("The survey that a new user gets is read without a word", "[input]") {
  const auto survey = read(example());
  REQUIRE(survey);
  CHECK(survey.problems.empty());
  CHECK(survey->year == 2025);
  CHECK(survey->report_date == Date{2026, 2, 12});
  CHECK(survey->languages == std::vector<LanguageTag>{"sv", "en"});
  CHECK(survey->simulated);
  CHECK(survey->unit_types.size() == 9);
  CHECK(survey->peer_groups.at(1).value_notes.at("S").in("en") == "with under 2,000 employees");
  CHECK(survey->simulation.few_respondents == std::vector<std::string>{"9030"});
}

TEST_CASE("Paths lie beside the survey, in the program's templates, or where they say", "[input]") {
  const auto survey = read(replaced(example(), "units = \"units.csv\"", "units = \"/data/units.csv\""));
  REQUIRE(survey);
  CHECK(survey->folder == "s");
  CHECK(survey->organisations_path == "s/organisations.csv");
  CHECK(survey->answer_paths == std::vector<std::string>{"s/answers-2024.csv", "s/answers-2025.csv"});
  CHECK(survey->model_path == "t/dimios/model.toml");
  CHECK(survey->figures_path == "t/figures.toml");
  CHECK(survey->status_report_path == "t/status-report.toml");
  CHECK(survey->units_path == "/data/units.csv");
}

TEST_CASE("A survey is named by its folder or by its file", "[input]") {
  const MemoryFiles files(
      {{"s/survey.toml", example()}, {"s/other.toml", replaced(example(), "year = 2025", "year = 2024")}});
  CHECK(read_survey("s/", "t", files)->year == 2025);
  CHECK(read_survey("s/survey.toml", "t", files)->year == 2025);
  CHECK(read_survey("s/other.toml", "t", files)->year == 2024);
}

TEST_CASE("A survey that is missing is told with what to do", "[input]") {
  const auto result = read_survey("s", "t", MemoryFiles());
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].place.file == "s/survey.toml");
  CHECK(result.problems[0].hint.find("mognad new") != std::string::npos);
}

TEST_CASE("An unknown key of a survey is told with its line and the nearest key", "[input]") {
  const Problems problems = refused("minimum_others = 5", "minimum_other = 5");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].place.line == line_of(example(), "minimum_others = 5"));
  CHECK(problems[0].message == "unknown key 'disclosure.minimum_other'");
  CHECK(problems[0].hint == "did you mean 'minimum_others'?");
}

TEST_CASE("An unknown key that resembles none is still told with something to do", "[input]") {
  refused("edition = 1 ", "zzz = 1 ");
}

TEST_CASE("A date that is a text is refused", "[input]") {
  const Problems problems = refused("report_date = 2026-02-12", "report_date = \"2026-02-12\"");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "'report_date' is a text, expected a date");
}

TEST_CASE("A year out of range is refused with the range", "[input]") {
  CHECK(refused("year = 2025", "year = 25").at(0).message == "'year' is 25, expected 1990 to 2100");
}

TEST_CASE("A limit that protects nobody is refused", "[input]") {
  CHECK(refused("minimum_respondents = 5", "minimum_respondents = 1").size() == 1);
  CHECK(refused("minimum_others = 5", "minimum_others = 0").size() == 1);
}

TEST_CASE("A survey without languages is refused once", "[input]") {
  CHECK(refused("languages = [\"sv\", \"en\"]", "").size() == 1);
}

TEST_CASE("A language named twice is refused", "[input]") {
  CHECK_FALSE(read(replaced(example(), "languages = [\"sv\", \"en\"]", "languages = [\"sv\", \"en\", \"sv\"]")));
}

TEST_CASE("The first peer group must be all of the type", "[input]") {
  const Problems problems = refused("id = \"all\"", "id = \"all\"\nproperty = \"size\"");
  CHECK(count_problems(problems, "is not all of the type") == 1);
}

TEST_CASE("A survey without files is told once and with a place", "[input]") {
  const Problems problems = refused("[files]", "[filles]");
  CHECK(count_problems(problems, "'files' is missing") == 1);
  CHECK(problem_with(problems, "unknown key").hint == "did you mean 'files'?");
}

TEST_CASE("A key with å is refused with what to do", "[input]") {
  const Problems problems = refused("[types.kommun]", "[types.län]");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].hint.find("quotes") != std::string::npos);
  CHECK(problems[0].place.line == line_of(example(), "[types.kommun]"));
}

TEST_CASE("Several problems of a survey are all told", "[input]") {
  std::string text = replaced(example(), "year = 2025", "year = \"2025\"");
  text = replaced(text, "quartiles_from = 10", "quartile_from = 10");
  text = replaced(text, "one = { sv = \"kommun\", en = \"municipality\" }", "one = { sv = \"kommun\" }");
  const auto result = read(text);
  CHECK(result.problems.size() == 3);
  CHECK(count_problems(result.problems, "'types.kommun.one' has no text in language 'en'") == 1);
}

TEST_CASE("A peer group for a type that the survey doesn't know is refused", "[input]") {
  CHECK_FALSE(read(replaced(example(), "types = [\"kommun\"]", "types = [\"komun\"]")));
}

TEST_CASE("Two peer groups or two unit types of the same id are refused", "[input]") {
  CHECK_FALSE(read(replaced(example(), "id = \"size\"", "id = \"all\"")));
  CHECK_FALSE(read(replaced(example(), "id = \"skola\"", "id = \"ledning\"")));
}

TEST_CASE("A logo needs a file and a description in each language", "[input]") {
  const std::string table = "[logo]\nfile = \"a.svg\"\ndescription = { sv = \"Logotyp\", en = \"Logo\" }\n";
  const auto survey = read(replaced(example(), "# [logo]", table));
  REQUIRE(survey);
  CHECK(survey->logo_path == "s/a.svg");
  CHECK(survey->logo_description.in("sv") == "Logotyp");
  CHECK(count_problems(refused("# [logo]", "[logo]\nfile = \"a.svg\""), "'logo.description' is missing") == 1);
  CHECK(count_problems(refused("# [logo]", "[logo]\ndescription = \"x\""), "'logo.file' is missing") == 1);
  CHECK(refused("# [logo]", "[logo]\nfile = \"a.svg\"\ndescripton = \"x\"\ndescription = \"x\"").at(0).hint ==
        "did you mean 'description'?");
}

TEST_CASE("A survey without a logo names none", "[input]") { CHECK(read(example())->logo_path.empty()); }
