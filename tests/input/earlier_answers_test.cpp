// Answers of years that were measured with an earlier version of the model, under the ids of then.
#include <catch2/catch.hpp>

#include "input/reading.h"
#include "statistics/statistics.h"
#include "support/small_files.h"

using namespace mognad;
using namespace mognad::test;

namespace {

void replace_in_lines(std::string& text, const std::string& in_line, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(in_line); at != std::string::npos; at = text.find(in_line, at + 1)) {
    const std::size_t end = text.find('\n', at);
    const std::size_t found = text.find(from, at);
    if (found < end) text.replace(found, from.size(), to);
  }
}

/// 2024 was measured with version 1: a1 and a2 were "o1" and "o2", a4 is new, and "gone" stood under K2.
SmallFiles earlier_files() {
  SmallFiles files;
  files.add("survey.toml", "[[earlier_models]]\nversion = \"1\"\nyears = [2024]\n");
  files.add("model.toml",
            "[[earlier_versions]]\nversion = \"1\"\nnew = [\"a4\"]\n[earlier_versions.statements]\no1 = \"a1\"\n"
            "o2 = \"a2\"\na3 = \"a3\"\nb1 = \"b1\"\nb2 = \"b2\"\n[earlier_versions.gone]\ngone = \"K2\"\n");
  std::string& answers = files.texts["answers.csv"];
  replace_in_lines(answers, ",2024,", ",a1,", ",o1,");
  replace_in_lines(answers, ",2024,", ",a2,", ",o2,");
  replace_in_lines(answers, ",2024,", ",a4,", ",gone,");
  return files;
}

/// The problems of a row that stands behind the good ones.
Problems wrong_row(const std::string& row) {
  SmallFiles files = earlier_files();
  const int line = line_of(files.text("answers.csv") + "#", "#");
  files.add("answers.csv", row + "\n");
  const auto loaded = files.load();
  INFO(all_text(loaded.problems));
  CHECK_FALSE(loaded);
  for (const Problem& problem : loaded.problems) {
    CHECK(problem.place.file == "s/answers.csv");
    CHECK(problem.place.line == line);
    CHECK(actionable(problem));
  }
  return loaded.problems;
}

}  // namespace

TEST_CASE("Answers under the ids of then are answers to the statements of now", "[input]") {
  const auto data = earlier_files().whole();
  const Measurement& m = *data->dataset.find(2, 2024);
  REQUIRE(m.respondents == 12);
  for (int r = 0; r < 12; ++r) {
    const auto answers = data->dataset.answers_of(m.first_respondent + r);
    REQUIRE(answers.size() == 7);  // the last one is gone
    for (const int s : {0, 1, 2, 4, 5}) CHECK(answers[static_cast<std::size_t>(s)] == small_answer(2, 2024, r, s));
  }
}

TEST_CASE("Answers to a statement that is gone are left out, and a new one has none", "[input]") {
  const auto data = earlier_files().whole();
  for (int r = 0; r < data->dataset.find(0, 2024)->respondents; ++r)
    CHECK(data->dataset.answers_of(data->dataset.find(0, 2024)->first_respondent + r)[3] == kNotAsked);
  CHECK(is_step(data->dataset.answers_of(data->dataset.find(0, 2025)->first_respondent)[3]));
}

TEST_CASE("Answers to a statement that is gone are checked all the same", "[input]") {
  const Problems problems = wrong_row("9001,2024,u1,r01,gone,9");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "the answer '9' is not a step of the scale");
}

TEST_CASE("A statement that is gone and answered twice is told", "[input]") {
  CHECK(wrong_row("9001,2024,u1,r01,gone,3").size() == 1);
}

TEST_CASE("A statement of then that is answered twice is told", "[input]") {
  CHECK(count_problems(wrong_row("9001,2024,u1,r01,o1,3"), "has answered statement 'o1' already") == 1);
}

TEST_CASE("Ids of another version than the year's are told with the nearest of that version", "[input]") {
  CHECK(count_problems(wrong_row("9001,2024,u1,r01,a1,3"), "statement 'a1'") == 1);
  CHECK(count_problems(wrong_row("9001,2024,u1,r01,a4,3"), "statement 'a4'") == 1);
  CHECK(count_problems(wrong_row("9001,2025,u1,r01,o1,3"), "statement 'o1'") == 1);
  CHECK(wrong_row("9001,2024,u1,r01,gonne,3").at(0).hint == "did you mean 'gone'?");
}

TEST_CASE("A statement that the year's version lacks is told with that version", "[input]") {
  CHECK(wrong_row("9001,2024,u1,r01,a4,3").at(0).message.find("version") != std::string::npos);
}

TEST_CASE("An unknown organisation of an earlier year is the only problem of its rows", "[input]") {
  const Problems problems = wrong_row("9009,2024,,r01,o1,3");
  CHECK(problems.size() == 1);
  CHECK(count_problems(problems, "no organisation has the code '9009'") == 1);
}

TEST_CASE("A respondent who answered only what is gone is no respondent", "[input]") {
  SmallFiles files = earlier_files();
  files.add("answers.csv", "9001,2024,u1,r99,gone,3\n");
  CHECK(files.whole()->dataset.find(0, 2024)->respondents == 12);
}

TEST_CASE("A version that the model doesn't describe is told with the nearest or with what to add", "[input]") {
  SmallFiles files = earlier_files();
  files.change("survey.toml", "version = \"1\"", "version = \"2020\"");
  CHECK(problem_with(files.load().problems, "no earlier version '2020'").hint == "valid names: 1");
  SmallFiles none;
  none.add("survey.toml", "[[earlier_models]]\nversion = \"1\"\nyears = [2024]\n");
  CHECK(problem_with(none.load().problems, "no earlier version '1'").hint.find("[[earlier_versions]]") !=
        std::string::npos);
}

TEST_CASE("A version that the model doesn't describe is told where the survey names it", "[input]") {
  SmallFiles files = earlier_files();
  files.change("survey.toml", "version = \"1\"", "version = \"2020\"");
  const Problem problem = problem_with(files.load().problems, "no earlier version '2020'");
  CHECK(problem.place.line == line_of(files.text("survey.toml"), "version = \"2020\""));
}

TEST_CASE("A respondent is one person however the code is composed and the year is written", "[input]") {
  SmallFiles files;
  files.add("organisations.csv", "å1,Åby,kommun,1,1\n");
  files.add("answers.csv", "å1,2025,,r1,a1,3\na\u030A1,2025,,r1,a2,3\n");
  const auto data = files.whole();
  CHECK(data->dataset.find(data->dataset.find_organisation("å1"), 2025)->respondents == 1);
  files.add("answers.csv", "9001,02025,,r1,a1,3\n");
  CHECK_FALSE(files.load());
}

TEST_CASE("Changes from an earlier version are broken exactly where statements differ", "[input]") {
  const auto data = earlier_files().whole();
  const Statistics statistics = compute_statistics(data->model, data->survey, data->dataset);
  for (int o = 0; o < 7; ++o) {
    const auto changes = statistics.changes(o, 2024, 2025, Level::statement);
    for (NodeIndex node = 0; node < data->model.node_count(); ++node) {
      const std::string& id = data->model.node(node).id;
      const bool differs = id == "T" || id == "D1" || id == "C1" || id == "K2" || id == "a4";
      INFO(o << " " << id);
      const NodeChange& change = changes[static_cast<std::size_t>(node)];
      CHECK(change.broken == differs);
      CHECK(statistics.comparable(2024, 2025, node) == !differs);
      if (differs) {
        CHECK(change.points == Measured(Missing::not_applicable));
        CHECK(change.margin == Measured(Missing::not_applicable));
        CHECK(change.certainty == Certainty::untested);
      } else {
        CHECK(change.points.known());
        CHECK(change.certainty != Certainty::untested);
      }
    }
  }
}

TEST_CASE("The family of a level holds only what was asked alike", "[input]") {
  const auto data = earlier_files().whole();
  const Statistics statistics = compute_statistics(data->model, data->survey, data->dataset);
  for (int o = 0; o < 7; ++o) {
    const auto found = statistics.changes(o, 2024, 2025, Level::statement);
    const auto earlier = score_measurement(data->model, data->dataset, *data->dataset.find(o, 2024));
    const auto later = score_measurement(data->model, data->dataset, *data->dataset.find(o, 2025));
    for (const auto& ids :
         std::vector<std::vector<std::string>>{{"D2"}, {"C2"}, {"K1", "K3"}, {"a1", "a2", "a3", "b1", "b2"}}) {
      std::vector<double> p;
      for (const std::string& id : ids) {
        const auto node = static_cast<std::size_t>(data->model.find(id));
        p.push_back(welch_test(earlier[node], later[node], 10)->p);
      }
      const std::vector<double> adjusted = adjust_benjamini_hochberg(p);
      for (std::size_t i = 0; i < ids.size(); ++i) {
        INFO(o << " " << ids[i]);
        CHECK(found[static_cast<std::size_t>(data->model.find(ids[i]))].p.number() ==
              Approx(adjusted[i]).margin(1e-12));
      }
    }
  }
}

TEST_CASE("National changes are not applicable where statements differ", "[input]") {
  const auto data = earlier_files().whole();
  const Statistics statistics = compute_statistics(data->model, data->survey, data->dataset);
  const auto changes = statistics.national_changes("kommun", 2024, 2025);
  CHECK(changes[0].points == Measured(Missing::not_applicable));
  CHECK(changes[static_cast<std::size_t>(data->model.find("K2"))].p == Measured(Missing::not_applicable));
  CHECK(changes[static_cast<std::size_t>(data->model.find("K1"))].points.known());
}

TEST_CASE("Two earlier years that asked the same below a node are comparable there", "[input]") {
  SmallFiles files = earlier_files();
  files.change("survey.toml", "years = [2024]", "years = [2024]\n[[earlier_models]]\nversion = \"0\"\nyears = [2023]");
  files.add(
      "model.toml",
      "[[earlier_versions]]\nversion = \"0\"\nnew = [\"a4\", \"b2\"]\n[earlier_versions.statements]\no1 = \"a1\"\n"
      "o2 = \"a2\"\na3 = \"a3\"\nb1 = \"b1\"\n[earlier_versions.gone]\ngone = \"K2\"\n");
  for (int r = 0; r < 12; ++r)
    for (const char* id : {"o1", "o2", "a3", "gone", "b1"})
      files.add("answers.csv", "9001,2023,,r" + std::to_string(r) + "," + id + "," + std::to_string(1 + r % 5) + "\n");
  files.change("model.toml", "[earlier_versions.gone]\ngone = \"K2\"\n[[", "[[");
  files.change("model.toml", "[earlier_versions.gone]\ngone = \"K2\"\n", "");
  std::string& answers = files.texts["answers.csv"];
  for (std::size_t at = answers.find(",gone,"); at != std::string::npos; at = answers.find(",gone,")) {
    const std::size_t begin = answers.rfind('\n', at) + 1;
    answers.erase(begin, answers.find('\n', at) + 1 - begin);
  }
  const auto data = files.whole();
  const Statistics statistics = compute_statistics(data->model, data->survey, data->dataset);
  CHECK_FALSE(statistics.comparable(2023, 2024, data->model.find("K3")));
  CHECK(statistics.comparable(2023, 2024, data->model.find("K1")));
  CHECK(statistics.comparable(2023, 2024, data->model.find("K2")));  // a4 was asked in neither
}
