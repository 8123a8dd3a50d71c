// Closed years are compared with their snapshot; every difference is told at its line.
#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

#include "export/csv/snapshot_data.h"
#include "input/reading.h"
#include "statistics/snapshot.h"
#include "support/small_files.h"

using namespace mognad;
using namespace mognad::test;

namespace {

std::string snapshot_of(const SmallFiles& files) {
  const auto data = files.whole();
  return snapshot_csv(take_snapshot(data->model, data->dataset));
}

/// A survey whose year 2024 is closed with the data that it has.
SmallFiles closed_files(SmallFiles files = {}, const std::string& years = "2024") {
  files.texts["snapshot.csv"] = snapshot_of(files);
  files.add("survey.toml", "[closed]\nyears = [" + years + "]\nsnapshot = \"snapshot.csv\"\n");
  return files;
}

Problem only_problem(const SmallFiles& files) {
  const auto loaded = files.load();
  INFO(all_text(loaded.problems));
  CHECK_FALSE(loaded);
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].place.file == "s/snapshot.csv");
  CHECK(actionable(loaded.problems[0]));
  return loaded.problems[0];
}

/// The only problem is a difference at the line of that organisation and year.
Problem only_difference(const SmallFiles& files, const std::string& code) {
  const Problem problem = only_problem(files);
  CHECK(problem.place.line == line_of(files.text("snapshot.csv"), "2024," + code));
  CHECK(problem.place.column == 6);
  CHECK(problem.message.find("the year 2024 is closed, and the data of '" + code + "' differs") == 0);
  return problem;
}

bool holds(const Problem& problem, const std::string& part) { return problem.message.find(part) != std::string::npos; }

void remove_lines(SmallFiles& files, const std::string& name, const std::string& beginning) {
  std::istringstream lines(files.text(name));
  std::string kept;
  for (std::string line; std::getline(lines, line);)
    if (!line.starts_with(beginning)) kept += line + "\n";
  files.texts[name] = kept;
}

}  // namespace

TEST_CASE("Data that is as it was passes", "[input]") { CHECK(closed_files().whole()->dataset.years.size() == 2); }

TEST_CASE("Rows in another order pass", "[input]") {
  SmallFiles files = closed_files();
  for (const char* name : {"answers.csv", "organisations.csv", "participation.csv", "snapshot.csv"}) {
    std::istringstream stream(files.text(name));
    std::string head;
    std::getline(stream, head);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line + "\n");
    std::reverse(lines.begin(), lines.end());
    files.texts[name] = head + "\n";
    for (const std::string& line : lines) files.texts[name] += line;
  }
  files.whole();
}

TEST_CASE("An answer of a closed year that is another is told at its organisation's line", "[input]") {
  SmallFiles files = closed_files();
  const int answer = small_answer(2, 2024, 4, 3);
  const std::string row = "9003,2024,u1,r05,a4,";
  files.change("answers.csv", row + std::to_string(answer), row + std::to_string(answer % 5 + 1));
  CHECK(holds(only_difference(files, "9003"),
              "of 12 respondents, some answer, unit or number of people (invited, population) is another"));
}

TEST_CASE("An answer that became no answer is a difference, and one kind of no answer is not another", "[input]") {
  SmallFiles files;
  files.change("answers.csv", "9001,2024,u1,r01,a1," + std::to_string(small_answer(0, 2024, 0, 0)),
               "9001,2024,u1,r01,a1,?");
  files = closed_files(files);
  files.change("answers.csv", "9001,2024,u1,r01,a1,?", "9001,2024,u1,r01,a1,.");
  only_difference(files, "9001");
}

TEST_CASE("An answer of the open year may be another", "[input]") {
  SmallFiles files = closed_files();
  files.change("answers.csv", "9003,2025,u1,r05,a4," + std::to_string(small_answer(2, 2025, 4, 3)),
               "9003,2025,u1,r05,a4,?");
  files.whole();
}

TEST_CASE("A respondent less or more in a closed year is told with both numbers", "[input]") {
  SmallFiles less = closed_files();
  remove_lines(less, "answers.csv", "9002,2024,u2,r12,");
  CHECK(holds(only_difference(less, "9002"), "now there are answers of 11 respondents, then of 12 respondents"));
  SmallFiles more = closed_files();
  more.add("answers.csv", "9002,2024,u2,r13,a1,3\n");
  CHECK(holds(only_difference(more, "9002"), "now there are answers of 13 respondents, then of 12 respondents"));
}

TEST_CASE("A respondent who moved to another unit is a difference", "[input]") {
  SmallFiles files = closed_files();
  for (int s = 0; s < 6; ++s) files.change("answers.csv", "9004,2024,u1,r01,", "9004,2024,u2,r01,");
  only_difference(files, "9004");
}

TEST_CASE("Another number invited or in the population is a difference", "[input]") {
  SmallFiles invited = closed_files();
  invited.change("participation.csv", "9005,2024,25", "9005,2024,26");
  only_difference(invited, "9005");
  SmallFiles unknown = closed_files();
  unknown.change("participation.csv", "9005,2024,25", "9005,2024,");
  only_difference(unknown, "9005");
  SmallFiles population;
  population.texts["participation.csv"] = "organisation,year,invited,population\n9005,2024,25,100\n";
  population = closed_files(population);
  population.change("participation.csv", "9005,2024,25,100", "9005,2024,25,101");
  only_difference(population, "9005");
}

TEST_CASE("An organisation that is gone is told with the respondents that it had", "[input]") {
  SmallFiles files = closed_files();
  remove_lines(files, "organisations.csv", "9007");
  remove_lines(files, "answers.csv", "9007");
  remove_lines(files, "participation.csv", "9007");
  CHECK(holds(only_difference(files, "9007"), "now there are no answers, then 12 respondents"));
}

TEST_CASE("An organisation that is new in a closed year is told", "[input]") {
  SmallFiles files = closed_files();
  files.add("organisations.csv", "9008,New,kommun,1,1\n");
  files.add("answers.csv", "9008,2024,,r01,a1,3\n");
  CHECK(holds(only_problem(files), "its snapshot has no '9008', but there are answers of 1 respondent"));
}

TEST_CASE("All differences of closed years are told", "[input]") {
  SmallFiles files = closed_files();
  files.add("answers.csv", "9001,2024,,x,a1,3\n9002,2024,,x,a1,3\n");
  files.change("participation.csv", "9005,2024,25", "9005,2024,26");
  const auto loaded = files.load();
  CHECK(count_problems(loaded.problems, "the year 2024 is closed") == 3);
  CHECK(loaded.problems.size() == 3);
}

TEST_CASE("Differences past the first ten are counted", "[input]") {
  SmallFiles files;
  for (int o = 0; o < 15; ++o) {
    const std::string code = std::to_string(9100 + o);
    files.add("organisations.csv", code + ",O,kommun,1,1\n");
    files.add("answers.csv", code + ",2024,,r,a1,3\n");
  }
  files = closed_files(files);
  for (int o = 0; o < 15; ++o) files.add("answers.csv", std::to_string(9100 + o) + ",2024,,x,a1,3\n");
  const auto loaded = files.load();
  CHECK(count_problems(loaded.problems, "the year 2024 is closed, and the data of") == 10);
  CHECK(count_problems(loaded.problems, "5 more problems") == 1);
}

TEST_CASE("A snapshot that is missing, empty or another table is told", "[input]") {
  SmallFiles files = closed_files();
  files.texts.erase("snapshot.csv");
  CHECK(holds(only_problem(files), "can't read"));
  files.texts["snapshot.csv"] = "";
  CHECK(holds(only_problem(files), "the file is empty"));
  files.texts["snapshot.csv"] = "year,organisation,respondents,sha265\n";
  CHECK(only_problem(files).hint == "is it the column 'sha265'?");
}

TEST_CASE("A snapshot with what is no number is told at its line", "[input]") {
  SmallFiles files = closed_files();
  files.change("snapshot.csv", "2024,9002,12", "2024,9002,tolv");
  const auto loaded = files.load();
  const Problem problem = problem_with(loaded.problems, "whole number");
  CHECK(problem.place == Place{"s/snapshot.csv", 3, 11});
}

TEST_CASE("A missing snapshot is told with the command that writes one", "[input]") {
  SmallFiles files = closed_files();
  files.texts.erase("snapshot.csv");
  CHECK(only_problem(files).hint.find("mognad statistics --snapshot") != std::string::npos);
}

TEST_CASE("A closed year that neither the snapshot nor the answers know is told", "[input]") {
  SmallFiles files = closed_files();
  files.change("survey.toml", "years = [2024]", "years = [2014]");
  CHECK_FALSE(files.load().problems.empty());
}

TEST_CASE("A code that a spreadsheet would take for a formula passes", "[input]") {
  SmallFiles files;
  files.add("organisations.csv", "@1,At,kommun,1,1\n");
  files.add("answers.csv", "@1,2024,,r01,a1,3\n");
  files = closed_files(files);
  const auto loaded = files.load();
  INFO(all_text(loaded.problems));
  CHECK(loaded);
}

TEST_CASE("A code with a comma and a quote passes", "[input]") {
  SmallFiles files;
  files.add("organisations.csv", "\"a,\"\"b\",Q,kommun,1,1\n");
  files.add("answers.csv", "\"a,\"\"b\",2024,,r01,a1,3\n");
  closed_files(files).whole();
}

TEST_CASE("A statement that a later model adds leaves closed years as they were", "[input]") {
  SmallFiles files = closed_files();
  files.change("model.toml", "[[dimension.category.capability]]\nid = \"K2\"",
               "[[dimension.category.capability.statement]]\nid = \"a0\"\ntext = \"A.\"\n"
               "[[dimension.category.capability]]\nid = \"K2\"");
  files.whole();
}

TEST_CASE("A later model that orders its statements otherwise leaves closed years as they were", "[input]") {
  SmallFiles files = closed_files();
  files.change("model.toml", "id = \"a1\"", "id = \"x\"");
  files.change("model.toml", "id = \"a4\"", "id = \"a1\"");
  files.change("model.toml", "id = \"x\"", "id = \"a4\"");
  files.whole();
}

TEST_CASE("A statement that a later model renames leaves closed years as they were", "[input]") {
  SmallFiles files = closed_files();
  files.change("model.toml", "id = \"a4\"", "id = \"a5\"");
  files.change("model.toml", "version = \"2\"", "version = \"3\"");
  files.add("model.toml",
            "[[earlier_versions]]\nversion = \"2\"\n[earlier_versions.statements]\na1 = \"a1\"\n"
            "a2 = \"a2\"\na3 = \"a3\"\na4 = \"a5\"\nb1 = \"b1\"\nb2 = \"b2\"\n");
  files.add("survey.toml", "[[earlier_models]]\nversion = \"2\"\nyears = [2024]\n");
  std::string& answers = files.texts["answers.csv"];
  for (std::size_t at = answers.find(",2025,"); at != std::string::npos; at = answers.find(",2025,", at + 1)) {
    const std::size_t end = answers.find('\n', at);
    const std::size_t id = answers.find(",a4,", at);
    if (id < end) answers.replace(id, 4, ",a5,");
  }
  const auto loaded = files.load();
  INFO(all_text(loaded.problems));
  CHECK(loaded);
}
