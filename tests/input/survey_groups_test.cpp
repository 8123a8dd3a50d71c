// The peer groups, weights and limits that survey.toml may ask for.
#include <catch2/catch.hpp>

#include "input/read_survey.h"
#include "input/reading.h"
#include "support/small_files.h"

using namespace mognad;
using namespace mognad::test;

namespace {

using Kind = PeerGroupDefinition::Kind;

std::string with_group(const std::string& keys) {
  return replaced(small_survey_toml(), "[disclosure]",
                  "[[peer_groups]]\nid = \"second\"\nname = \"Second\"\n" + keys + "\n[disclosure]");
}

std::string with_disclosure(const std::string& keys) {
  return replaced(small_survey_toml(), "minimum_others = 5", keys);
}

Result<Survey> read(const std::string& text) { return read_survey("s", "t", MemoryFiles({{"s/survey.toml", text}})); }

Survey whole(const std::string& text) {
  auto survey = read(text);
  INFO(all_text(survey.problems));
  REQUIRE(survey);
  CHECK(survey.problems.empty());
  return std::move(*survey);
}

/// The only problem, at the line of `part`, and with something to do.
Problem refused(const std::string& text, const std::string& part) {
  const auto survey = read(text);
  INFO(all_text(survey.problems));
  CHECK_FALSE(survey);
  REQUIRE(survey.problems.size() == 1);
  const Problem& problem = survey.problems[0];
  CHECK(problem.place.file == "s/survey.toml");
  CHECK(problem.place.line == line_of(text, part));
  CHECK(problem.place.column > 0);
  CHECK(actionable(problem));
  return problem;
}

Problem refused_group(const std::string& keys, const std::string& part) { return refused(with_group(keys), part); }
Problem refused_disclosure(const std::string& keys) { return refused(with_disclosure(keys), keys); }

}  // namespace

TEST_CASE("A peer group is of all, of a property, of members or of the nearest", "[input]") {
  CHECK(whole(small_survey_toml()).peer_groups.at(0).kind() == Kind::all);
  CHECK(whole(with_group("property = \"size\"")).peer_groups.at(1).kind() == Kind::property);
  const PeerGroupDefinition list = whole(with_group("members = [\"1480\", \"1490\"]")).peer_groups.at(1);
  CHECK(list.kind() == Kind::members);
  CHECK(list.members == std::vector<std::string>{"1480", "1490"});
  const PeerGroupDefinition near = whole(with_group("nearest = [\"employees\", \"population\"]")).peer_groups.at(1);
  CHECK(near.kind() == Kind::nearest);
  CHECK(near.nearest_by == std::vector<std::string>{"employees", "population"});
}

TEST_CASE("The nearest are twenty unless the survey says how many", "[input]") {
  CHECK(whole(with_group("nearest = [\"employees\"]")).peer_groups.at(1).nearest_count == 20);
  CHECK(whole(with_group("nearest = [\"employees\"]\ncount = 35")).peer_groups.at(1).nearest_count == 35);
}

TEST_CASE("A number of nearest out of range or of another kind is refused", "[input]") {
  CHECK(refused_group("nearest = [\"employees\"]\ncount = 2", "count = 2").message ==
        "'peer_groups[2].count' is 2, expected 3 to 1000");
  refused_group("nearest = [\"employees\"]\ncount = 1001", "count = 1001");
  refused_group("nearest = [\"employees\"]\ncount = 20.5", "count = 20.5");
  refused_group("nearest = [\"employees\"]\ncount = \"20\"", "count = \"20\"");
}

TEST_CASE("A number of nearest without what they are near by is refused", "[input]") {
  CHECK(refused_group("count = 20", "count = 20").message == "'count' stands without 'nearest'");
  refused_group("property = \"size\"\ncount = 20", "count = 20");
}

TEST_CASE("A peer group that is made in two ways is refused with its id", "[input]") {
  const std::string id = "id = \"second\"";
  CHECK(refused_group("property = \"size\"\nmembers = [\"1480\"]", id).message.find("'second'") != std::string::npos);
  refused_group("property = \"size\"\nnearest = [\"employees\"]", id);
  refused_group("members = [\"1480\"]\nnearest = [\"employees\"]", id);
  refused_group("property = \"size\"\nmembers = [\"1480\"]\nnearest = [\"employees\"]", id);
}

TEST_CASE("More than three columns to be near by are refused", "[input]") {
  refused_group("nearest = [\"a\", \"b\", \"c\", \"d\"]", "nearest =");
  CHECK(whole(with_group("nearest = [\"a\", \"b\", \"c\"]")).peer_groups.at(1).nearest_by.size() == 3);
}

TEST_CASE("Members and columns that are no texts are refused where they stand", "[input]") {
  CHECK(refused_group("members = [\"1480\", 1490]", "members =").message.find("holds a whole number") !=
        std::string::npos);
  refused_group("members = \"1480\"", "members =");
  refused_group("nearest = \"employees\"", "nearest =");
}

TEST_CASE("A misspelt key of a peer group is told with the nearest", "[input]") {
  CHECK(refused_group("member = [\"1480\"]", "member =").hint == "did you mean 'members'?");
  CHECK(refused_group("nearst = [\"employees\"]", "nearst =").hint == "did you mean 'nearest'?");
}

TEST_CASE("An empty list of members or columns is refused and is not everyone", "[input]") {
  CHECK_FALSE(read(with_group("members = []")));
  CHECK_FALSE(read(with_group("nearest = []")));
  CHECK_FALSE(read(with_group("property = \"\"")));
}

TEST_CASE("The first peer group may be neither a list nor the nearest", "[input]") {
  for (const char* keys : {"members = [\"1480\"]", "nearest = [\"employees\"]"}) {
    const auto survey = read(replaced(small_survey_toml(), "id = \"all\"", std::string("id = \"all\"\n") + keys));
    REQUIRE(survey.problems.size() == 1);
    CHECK(survey.problems[0].message.find("is not all of the type") != std::string::npos);
  }
}

TEST_CASE("The limits of disclosure are those of the design unless the survey says others", "[input]") {
  const DisclosurePolicy policy = whole(small_survey_toml()).disclosure;
  CHECK(policy.minimum_others == 5);
  CHECK(policy.minimum_respondents == 5);
  CHECK(policy.quartiles_from == 10);
  CHECK(policy.dots_from == 20);
  CHECK(policy.dot_step == 2);
  CHECK(policy.interval_from == 10);
  CHECK(policy.distribution_from == 10);
  CHECK(policy.leave_out_own);
  CHECK(policy.peer_points == DisclosurePolicy::PeerPoints::rounded);
  CHECK(whole(with_disclosure("distribution_from = 15")).disclosure.distribution_from == 15);
}

TEST_CASE("A distribution of fewer answers than a mean needs is refused", "[input]") {
  CHECK(refused_disclosure("distribution_from = 4").message.find("is 4, expected 5 to") != std::string::npos);
  CHECK(whole(with_disclosure("distribution_from = 5")).disclosure.distribution_from == 5);
}

TEST_CASE("Every peer's point is shown when the agreement is recorded", "[input]") {
  const DisclosurePolicy policy =
      whole(with_disclosure("peer_points = \"all\"\npeer_points_agreement = \"All agreed, 2025-03-01\"")).disclosure;
  CHECK(policy.peer_points == DisclosurePolicy::PeerPoints::all);
  CHECK(policy.peer_points_agreement == "All agreed, 2025-03-01");
}

TEST_CASE("Every peer's point without an agreement is refused with what to write", "[input]") {
  CHECK(refused_disclosure("peer_points = \"all\"").hint.find("peer_points_agreement = ") != std::string::npos);
  refused(with_disclosure("peer_points = \"all\"\npeer_points_agreement = \"\""), "peer_points = \"all\"");
}

TEST_CASE("An agreement of spaces is no agreement", "[input]") {
  CHECK_FALSE(read(with_disclosure("peer_points = \"all\"\npeer_points_agreement = \"  \"")));
}

TEST_CASE("Another way to show peers is refused with those that there are", "[input]") {
  CHECK(refused_disclosure("peer_points = \"every\"").hint == "expected \"rounded\" or \"all\"");
  refused_disclosure("peer_points = true");
}

TEST_CASE("Dots finer than a point need the agreement", "[input]") {
  CHECK(refused_disclosure("dot_step = 0.5").hint.find("peer_points") != std::string::npos);
  CHECK(whole(with_disclosure("dot_step = 0.5\npeer_points = \"all\"\npeer_points_agreement = \"x\""))
            .disclosure.dot_step == 0.5);
}

TEST_CASE("A step of dots that is no number is refused", "[input]") {
  refused_disclosure("dot_step = nan");
  refused_disclosure("dot_step = inf");
  refused_disclosure("dot_step = 0");
}

TEST_CASE("The range in a message is written in whole numbers where they are whole", "[input]") {
  const auto survey = read(with_disclosure("distribution_from = 4"));
  CHECK(count_problems(survey.problems, "e+") == 0);
}

TEST_CASE("The national mean is weighted by the column that the survey names", "[input]") {
  CHECK(whole(small_survey_toml()).national_weight.empty());
  const std::string text = small_survey_toml() + "[national]\nweight = \"employees\"\n";
  CHECK(whole(text).national_weight == "employees");
  CHECK(refused(replaced(text, "weight", "weigth"), "weigth").hint == "did you mean 'weight'?");
  refused(replaced(text, "\"employees\"", "1"), "weight = 1");
}
