// What a model says of its earlier versions: which statements are which, which are gone, which are new.
#include "input/model_version.h"

#include <catch2/catch.hpp>

#include "input/read_model.h"
#include "input/reading.h"
#include "support/small_files.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// Version 1: a1 was "o1", a2 was "o2", "o3" under K2 is gone, a4 is new.
constexpr const char* kVersion = R"([[earlier_versions]]
version = "1"
new = ["a4"]
[earlier_versions.statements]
o1 = "a1"
o2 = "a2"
a3 = "a3"
b1 = "b1"
b2 = "b2"
[earlier_versions.gone]
o3 = "K2"
)";

Result<Model> read(const std::string& versions) {
  return read_model("m.toml", {"en"}, MemoryFiles({{"m.toml", small_model_toml() + versions}}));
}

Model whole(const std::string& versions) {
  auto model = read(versions);
  INFO(all_text(model.problems));
  REQUIRE(model);
  CHECK(model.problems.empty());
  return std::move(*model);
}

Problem refused(const std::string& from, const std::string& to, const std::string& at) {
  const std::string versions = replaced(kVersion, from, to);
  const auto model = read(versions);
  INFO(all_text(model.problems));
  CHECK_FALSE(model);
  REQUIRE(model.problems.size() == 1);
  const Problem& problem = model.problems[0];
  CHECK(problem.place.file == "m.toml");
  CHECK(problem.place.line == line_of(small_model_toml(), "[matrix.upper_right]") + 6 + line_of(versions, at));
  CHECK(problem.place.column > 0);
  return problem;
}

std::vector<std::string> same_nodes(const Model& model) {
  std::vector<std::string> ids;
  for (NodeIndex node = 0; node < model.node_count(); ++node)
    if (model.earlier.at(0).same.at(static_cast<std::size_t>(node))) ids.push_back(model.node(node).id);
  return ids;
}

}  // namespace

TEST_CASE("A model says which statements of an earlier version are which", "[input]") {
  const Model model = whole(kVersion);
  REQUIRE(model.earlier.size() == 1);
  const ModelVersion& version = *model.find_version("1");
  CHECK(version.statements.size() == 6);
  CHECK(version.statements.at("o1") == model.find("a1"));
  CHECK(version.statements.at("o3") == kNoNode);
  CHECK_FALSE(version.statements.count("a4"));
  CHECK(model.find_version("2") == nullptr);
}

TEST_CASE("What stands above a new or a gone statement is not the same, all else is", "[input]") {
  CHECK(same_nodes(whole(kVersion)) == std::vector<std::string>{"K1", "a1", "a2", "a3", "D2", "C2", "K3", "b1", "b2"});
  const std::string only_renamed =
      replaced(replaced(kVersion, "new = [\"a4\"]\n", ""), "[earlier_versions.gone]\no3 = \"K2\"", "o3 = \"a4\"");
  CHECK(same_nodes(whole(only_renamed)).size() == 14);
  const std::string gone_above =
      replaced(only_renamed, "o3 = \"a4\"", "o3 = \"a4\"\n[earlier_versions.gone]\no9 = \"C2\"");
  CHECK(same_nodes(whole(gone_above)) ==
        std::vector<std::string>{"D1", "C1", "K1", "a1", "a2", "K2", "a3", "a4", "K3", "b1", "b2"});
  const std::string gone_at_top = replaced(gone_above, "\"C2\"", "\"T\"");
  CHECK(same_nodes(whole(gone_at_top)).size() == 13);
}

TEST_CASE("A model may have several earlier versions", "[input]") {
  const Model model = whole(std::string(kVersion) + replaced(kVersion, "version = \"1\"", "version = \"0\""));
  CHECK(model.earlier.size() == 2);
  CHECK(model.find_version("0") != nullptr);
}

TEST_CASE("A statement of which an earlier version says nothing is refused", "[input]") {
  const Problem problem = refused("o1 = \"a1\"\n", "", "[earlier_versions.statements]");
  CHECK(problem.message == "what 'a1' was in version 1 is not said");
  CHECK(actionable(problem));
  CHECK(refused("new = [\"a4\"]", "new = []", "[earlier_versions.statements]").message ==
        "what 'a4' was in version 1 is not said");
}

TEST_CASE("An earlier version that says nothing names every statement", "[input]") {
  const auto model = read("[[earlier_versions]]\nversion = \"1\"\n");
  CHECK(count_problems(model.problems, "is not said") == 6);
  CHECK(model.problems.size() == 6);
}

TEST_CASE("A statement with two predecessors is refused", "[input]") {
  const Problem problem = refused("[earlier_versions.gone]\no3 = \"K2\"", "o3 = \"a3\"", "o3 = \"a3\"");
  CHECK(problem.message == "'a3' is the same as two statements of version 1");
  CHECK(actionable(problem));
}

TEST_CASE("A new statement that stands under statements too is refused", "[input]") {
  CHECK(refused("\"a4\"]", "\"a4\", \"a3\"]", "new =").message == "'a3' is new and stands under 'statements' too");
}

TEST_CASE("A new statement that is listed twice is not said to stand under statements", "[input]") {
  const auto model = read(replaced(kVersion, "\"a4\"]", "\"a4\", \"a4\"]"));
  CHECK(count_problems(model.problems, "stands under 'statements' too") == 0);
}

TEST_CASE("A gone statement that stands under statements too is refused", "[input]") {
  CHECK(refused("o3 = \"K2\"", "o2 = \"K2\"", "o2 = \"K2\"").message ==
        "'o2' is gone and stands under 'statements' too");
}

TEST_CASE("Statements that contradict each other are told with what to do", "[input]") {
  CHECK(actionable(refused("o3 = \"K2\"", "o2 = \"K2\"", "o2 = \"K2\"")));
  CHECK(actionable(refused("\"a4\"]", "\"a4\", \"a3\"]", "new =")));
}

TEST_CASE("A gone statement under what is no node above statements is refused", "[input]") {
  CHECK(refused("o3 = \"K2\"", "o3 = \"a3\"", "o3 = \"a3\"").message == "no node above statements has the id 'a3'");
  CHECK(actionable(refused("o3 = \"K2\"", "o3 = \"nowhere\"", "o3 = \"nowhere\"")));
}

TEST_CASE("A statement that the model lacks is told with the nearest and once", "[input]") {
  const Problem problem = refused("o1 = \"a1\"", "o1 = \"ax\"", "o1 = \"ax\"");
  CHECK(problem.message == "the model has no statement 'ax'");
}

TEST_CASE("A new statement that the model lacks is told", "[input]") {
  const Problem problem = refused("\"a4\"]", "\"a4\", \"a9\"]", "new =");
  CHECK(problem.message == "the model has no statement 'a9'");
  CHECK(actionable(problem));
}

TEST_CASE("An id of another kind is told once", "[input]") {
  const auto model = read(replaced(kVersion, "o3 = \"K2\"", "o3 = 2"));
  INFO(all_text(model.problems));
  CHECK(model.problems.size() == 1);
}

TEST_CASE("The present version and one that is described already are refused", "[input]") {
  const Problem problem = refused("version = \"1\"", "version = \"2\"", "version = \"2\"");
  CHECK(problem.message == "the version '2' is described already");
  CHECK(actionable(problem));
  CHECK(count_problems(read(std::string(kVersion) + kVersion).problems, "the version '1' is described already") == 1);
}

TEST_CASE("A version without a name is refused", "[input]") {
  CHECK(refused("version = \"1\"\n", "", "[[earlier_versions]]").message == "'earlier_versions[1].version' is missing");
}

TEST_CASE("A misspelt key of an earlier version is told with the nearest", "[input]") {
  const auto model = read(replaced(kVersion, "[earlier_versions.gone]", "[earlier_versions.gon]"));
  CHECK(problem_with(model.problems, "unknown key").hint == "did you mean 'gone'?");
  CHECK(count_problems(read(replaced(kVersion, "new =", "neww =")).problems, "unknown key") == 1);
  CHECK(count_problems(read("[earlier_versions]\nversion = \"1\"\n").problems, "expected a list") == 1);
}
