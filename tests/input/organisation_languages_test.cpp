// In which of the survey's languages an organisation gets its report.
#include <catch2/catch.hpp>

#include "input/reading.h"
#include "support/small_files.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// The small survey in three languages, with a column of languages of which the first row is given.
SmallFiles with_language(const std::string& first) {
  SmallFiles files;
  files.change("survey.toml", "languages = [\"en\"]", "languages = [\"sv\", \"en\", \"fi\"]");
  files.texts["organisations.csv"] =
      "code,name,type,language,employees,population\n9001,Org 1,kommun," + first + ",100,1000\n";
  for (int o = 2; o <= 7; ++o)
    files.add("organisations.csv", "900" + std::to_string(o) + ",Org " + std::to_string(o) + ",kommun,,100,1000\n");
  return files;
}

using Tags = std::vector<LanguageTag>;

}  // namespace

TEST_CASE("An organisation names one of the survey's languages, or several in any order", "[input]") {
  CHECK(with_language("en").whole()->dataset.organisations[0].languages == Tags{"en"});
  CHECK(with_language("fi  sv").whole()->dataset.organisations[0].languages == Tags{"sv", "fi"});
  CHECK(with_language("en en").whole()->dataset.organisations[0].languages == Tags{"en"});
}

TEST_CASE("An organisation that names no language gets all of them", "[input]") {
  CHECK(with_language("").whole()->dataset.organisations[0].languages.empty());
  CHECK(with_language(" ").whole()->dataset.organisations[0].languages.empty());
  CHECK(SmallFiles().whole()->dataset.organisations[0].languages.empty());
}

TEST_CASE("The language of an organisation is no property to compare by", "[input]") {
  const auto data = with_language("en").whole();
  CHECK(data->dataset.property_names == std::vector<std::string>{"employees", "population"});
  CHECK(data->dataset.organisations[0].properties == std::vector<std::string>{"100", "1000"});
  SmallFiles files = with_language("en");
  files.add("survey.toml", "[[peer_groups]]\nid = \"l\"\nname = \"L\"\nproperty = \"language\"\n");
  CHECK(count_problems(files.load().problems, "compares by 'language', but no column has that name") == 1);
}

TEST_CASE("A language that the survey lacks is told with the nearest, each of them", "[input]") {
  const auto loaded = with_language("en se engl").load();
  CHECK_FALSE(loaded);
  REQUIRE(loaded.problems.size() == 2);
  CHECK(loaded.problems[0].place == Place{"s/organisations.csv", 2, 19});
  CHECK(loaded.problems[0].message == "the survey has no language 'se'");
  CHECK(actionable(loaded.problems[0]));
  CHECK(loaded.problems[1].message == "the survey has no language 'engl'");
}
