// Years of earlier versions of the model, and years that are closed, as survey.toml names them.
#include <catch2/catch.hpp>

#include "input/read_survey.h"
#include "input/reading.h"
#include "support/small_files.h"

using namespace mognad;
using namespace mognad::test;

namespace {

constexpr const char* kEarlier = "[[earlier_models]]\nversion = \"1\"\nyears = [2022, 2023]\n";
constexpr const char* kClosed = "[closed]\nyears = [2023, 2024]\nsnapshot = \"snapshot.csv\"\n";

Result<Survey> read(const std::string& text) { return read_survey("s", "t", MemoryFiles({{"s/survey.toml", text}})); }

Problem refused(const std::string& keys, const std::string& part) {
  const std::string text = small_survey_toml() + keys;
  const auto survey = read(text);
  INFO(all_text(survey.problems));
  CHECK_FALSE(survey);
  REQUIRE(survey.problems.size() == 1);
  const Problem& problem = survey.problems[0];
  CHECK(problem.place.line == line_of(text, part));
  CHECK(problem.place.column > 0);
  return problem;
}

std::string earlier(const std::string& from, const std::string& to) { return replaced(kEarlier, from, to); }
std::string closed(const std::string& from, const std::string& to) { return replaced(kClosed, from, to); }

}  // namespace

TEST_CASE("Years belong to the earlier version that the survey names", "[input]") {
  const auto survey = read(small_survey_toml() + kEarlier + "[[earlier_models]]\nversion = \"0\"\nyears = [2020]\n");
  INFO(all_text(survey.problems));
  REQUIRE(survey);
  REQUIRE(survey->earlier_models.size() == 2);
  CHECK(survey->earlier_models[0].version == "1");
  CHECK(survey->earlier_models[0].years == std::vector<int>{2022, 2023});
  CHECK(survey->earlier_models[1].years == std::vector<int>{2020});
}

TEST_CASE("Closed years and their snapshot lie where the survey says", "[input]") {
  const auto survey = read(small_survey_toml() + kClosed);
  REQUIRE(survey);
  CHECK(survey->closed.years == std::vector<int>{2023, 2024});
  CHECK(survey->closed.snapshot_path == "s/snapshot.csv");
}

TEST_CASE("A survey names benchmarks and targets beside itself, or none", "[input]") {
  const auto none = read(small_survey_toml());
  REQUIRE(none);
  CHECK(none->benchmarks_path.empty());
  CHECK(none->targets_path.empty());
  const auto both =
      read(replaced(small_survey_toml(), "[files]", "[files]\nbenchmarks = \"b.csv\"\ntargets = \"/data/t.csv\""));
  REQUIRE(both);
  CHECK(both->benchmarks_path == "s/b.csv");
  CHECK(both->targets_path == "/data/t.csv");
}

TEST_CASE("A year of an earlier version is before the survey's own", "[input]") {
  for (const char* years : {"[2025]", "[2022, 2026]", "[1989]", "[-1]", "[99999999999999]"})
    CHECK(refused(earlier("[2022, 2023]", years), "years = [").message.find("is not before the survey's, 2025") !=
          std::string::npos);
}

TEST_CASE("A closed year is before the survey's own", "[input]") {
  CHECK(refused(closed("[2023, 2024]", "[2024, 2025]"), "years = [").message ==
        "the year 2025 is not before the survey's, 2025");
}

TEST_CASE("A year that is not before the survey's is told with what to do", "[input]") {
  CHECK(actionable(refused(closed("[2023, 2024]", "[2024, 2025]"), "years = [")));
}

TEST_CASE("An earlier version without years is refused", "[input]") {
  CHECK(actionable(refused(earlier("years = [2022, 2023]\n", ""), "[[earlier_models]]")));
  CHECK(actionable(refused(earlier("[2022, 2023]", "[]"), "years = [")));
}

TEST_CASE("Years that are texts are refused where they stand", "[input]") {
  const auto survey = read(small_survey_toml() + earlier("[2022, 2023]", "[2022, \"2023\"]"));
  REQUIRE(survey.problems.size() == 1);
  CHECK(survey.problems[0].message == "'earlier_models[1].years' holds a text, expected whole numbers only");
  CHECK(survey.problems[0].place.column > 9);
}

TEST_CASE("Years of another kind are told once", "[input]") {
  refused(earlier("[2022, 2023]", "2022"), "years = 2022");
  refused(closed("[2023, 2024]", "[2023.5]"), "years = [");
}

TEST_CASE("An earlier version without a name is refused", "[input]") {
  refused(earlier("version = \"1\"\n", ""), "[[earlier_models]]");
  refused(earlier("\"1\"", "\"\""), "version = \"\"");
  refused(earlier("\"1\"", "1"), "version = 1");
}

TEST_CASE("A year of two earlier versions is refused", "[input]") {
  const auto survey = read(small_survey_toml() + kEarlier + "[[earlier_models]]\nversion = \"0\"\nyears = [2022]\n");
  CHECK_FALSE(survey);
  REQUIRE(survey.problems.size() == 1);
  CHECK(survey.problems[0].message.find("'2022' stands twice") != std::string::npos);
  CHECK(actionable(survey.problems[0]));
}

TEST_CASE("A misspelt key of years is told with the nearest", "[input]") {
  CHECK(count_problems(read(small_survey_toml() + earlier("years", "year")).problems, "unknown key") == 1);
  CHECK(refused("[[earlier_model]]\nyears = [2023]\n", "[[earlier_model]]").hint == "did you mean 'earlier_models'?");
}

TEST_CASE("A misspelt table of closed years is told with the nearest", "[input]") {
  CHECK(refused("[clossed]\nyears = [2023]\n", "[clossed]").hint == "did you mean 'closed'?");
}

TEST_CASE("Closed years without a snapshot or without years are refused", "[input]") {
  CHECK(refused(closed("snapshot = \"snapshot.csv\"\n", ""), "[closed]").message == "'closed.snapshot' is missing");
  refused(closed("years = [2023, 2024]\n", ""), "[closed]");
  refused("[closed]\nyears = []\nsnapshot = \"x\"\n", "years = []");
}

TEST_CASE("Closed years that are no table are refused", "[input]") {
  const std::string text = "closed = [2023]\n" + small_survey_toml();
  const auto survey = read(text);
  REQUIRE(survey.problems.size() == 1);
  CHECK(survey.problems[0].message == "'closed' is a list, expected a table");
}

TEST_CASE("A survey whose own year is wrong says so and nothing of the years before it", "[input]") {
  const auto survey = read(replaced(small_survey_toml() + kEarlier + kClosed, "year = 2025", "year = \"2025\""));
  INFO(all_text(survey.problems));
  CHECK(survey.problems.size() == 1);
}

TEST_CASE("Problems of groups, limits, versions and closed years are all told", "[input]") {
  std::string text = small_survey_toml() + earlier("2023", "2030") + closed("snapshot =", "snapsot =") +
                     "[national]\nwieght = \"x\"\n";
  text = replaced(text, "minimum_others = 5", "distribution_from = 1\npeer_points = \"none\"");
  text = replaced(text, "[disclosure]", "[[peer_groups]]\nid = \"b\"\nname = \"B\"\ncount = 4\n[disclosure]");
  const auto survey = read(text);
  for (const char* part : {"2030", "'closed.snapshot' is missing", "closed.snapsot", "national.wieght",
                           "distribution_from", "no way to show peers", "stands without 'nearest'"}) {
    INFO(part);
    CHECK(count_problems(survey.problems, part) == 1);
  }
  CHECK(survey.problems.size() == 7);
}
