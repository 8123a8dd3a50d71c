#include "input/read_model.h"

#include <catch2/catch.hpp>

#include "files/memory_files.h"
#include "input/reading.h"
#include "support/sample.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const std::vector<LanguageTag> kBoth{"sv", "en"};

std::string dimios() { return source_file("templates/dimios/model.toml"); }

Result<Model> read(const std::string& text) {
  const MemoryFiles files({{"model.toml", text}});
  return read_model("model.toml", kBoth, files);
}

Problems refused(const std::string& from, const std::string& to) {
  const auto result = read(replaced(dimios(), from, to));
  CHECK_FALSE(result);
  for (const Problem& problem : result.problems) {
    INFO(to_text(problem));
    CHECK(problem.place.file == "model.toml");
    CHECK(problem.place.line > 0);
    CHECK(problem.place.column > 0);
  }
  return result.problems;
}

}  // namespace

TEST_CASE("The model of the program is read whole", "[input]") {
  const auto model = read(dimios());
  INFO(all_text(model.problems));
  REQUIRE(model);
  CHECK(model->lowest_step() == 1);
  CHECK(model->highest_step() == 6);
  CHECK(model->at(Level::dimension).size() == 2);
  CHECK(model->node(kTotal).end == model->node_count());
  for (const NodeIndex node : model->down_to(Level::capability)) CHECK_FALSE(model->children(node).empty());
}

TEST_CASE("A model that is missing is told by its path, with a hint", "[input]") {
  const auto result = read_model("nowhere.toml", kBoth, MemoryFiles());
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].place.file == "nowhere.toml");
  CHECK(result.problems[0].message.find("can't read") != std::string::npos);
  CHECK(actionable(result.problems[0]));
}

TEST_CASE("An unknown key of a statement is told where it stands", "[input]") {
  const Problem problem = problem_with(refused("illustrative = true", "ilustrative = true"), "unknown key");
  CHECK(problem.place.line == line_of(dimios(), "illustrative = true"));
  CHECK(problem.hint == "did you mean 'illustrative'?");
}

TEST_CASE("An id that is taken names the line of the first", "[input]") {
  const Problems problems = refused("id = \"p02\"", "id = \"p01\"");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message.find("'p01' is taken already, in line " +
                                 std::to_string(line_of(dimios(), "id = \"p01\""))) != std::string::npos);
  CHECK(problems[0].place.line == line_of(dimios(), "id = \"p02\""));
  CHECK(actionable(problems[0]));
}

TEST_CASE("An axis at a node that isn't there is told with the nearest", "[input]") {
  const std::string text = dimios();
  const std::size_t at = text.find("node = \"", text.find("[matrix"));
  const std::string id = text.substr(at + 8, text.find('"', at + 8) - at - 8);
  const Problem problem = problem_with(refused("node = \"" + id, "node = \"x" + id), "no node");
  CHECK(problem.hint == "did you mean '" + id + "'?");
}

TEST_CASE("A weight of nothing or less is refused", "[input]") {
  CHECK(count_problems(refused("id = \"p02\"", "id = \"p02\"\nweight = 0"), "weight") == 1);
  CHECK(count_problems(refused("id = \"p02\"", "id = \"p02\"\nweight = -1"), "weight") >= 1);
}

TEST_CASE("A node without children is refused", "[input]") {
  const Problem problem =
      problem_with(refused("[[dimension]]\nid = \"digital_formaga\"",
                           "[[dimension]]\nid = \"empty\"\nname = \"x\"\n[[dimension]]\nid = \"digital_formaga\""),
                   "has no [[category]]");
  CHECK(problem.message.find("'empty'") != std::string::npos);
  CHECK(actionable(problem));
}

TEST_CASE("Steps of the scale that leave one out are refused", "[input]") {
  const Problem problem = problem_with(refused("value = 3", "value = 4"), "the step 4 follows 2");
  CHECK(actionable(problem));
}

TEST_CASE("A text that lacks a language is told with that language", "[input]") {
  const Problem problem =
      problem_with(refused("text.en = \"Very well", "# text.en = \"Very well"), "has no text in language 'en'");
  CHECK(problem.place.line == line_of(dimios(), "text.sv = \"En mycket"));
  CHECK(actionable(problem));
}

TEST_CASE("A share above one is refused with its range", "[input]") {
  const Problems problems = refused("capability = 0.5", "capability = 50");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "'minimum_shares.capability' is 50, expected 0 to 1");
}

TEST_CASE("An axis of the matrix at a single statement is refused", "[input]") {
  const std::string text = dimios();
  const std::size_t at = text.find("node = \"", text.find("[matrix"));
  const std::string id = text.substr(at + 8, text.find('"', at + 8) - at - 8);
  CHECK_FALSE(read(replaced(text, "node = \"" + id, "node = \"p01")));
}

TEST_CASE("Several problems of a model are all told", "[input]") {
  std::string text = replaced(dimios(), "id = \"p02\"", "id = \"p01\"");
  text = replaced(text, "value = 3", "value = 4");
  text = replaced(text, "version = \"2023\"", "version = 2023");
  const auto result = read(text);
  CHECK(count_problems(result.problems, "taken already") == 1);
  CHECK(count_problems(result.problems, "follows") >= 1);
  CHECK(count_problems(result.problems, "'version' is a whole number") == 1);
}

TEST_CASE("A table that is missing gives problems with a place only", "[input]") {
  refused("[total]\nid = \"digital_mognad\"", "[totall]\nid = \"digital_mognad\"");
}
