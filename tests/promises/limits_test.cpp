// What is promised to who sets limits of input: the exact words, and the exit status.
#include <catch2/catch.hpp>

#include "support/survey_folder.h"

using namespace mognad::test;

TEST_CASE("A limit that there is not is wrong usage, with the nearest", "[promise]") {
  const Told told = SurveyFolder{SmallFiles()}.run("check --limit toml_deth=40 s");
  CHECK(told.err == "--limit: error: there is no limit 'toml_deth'\n    did you mean 'toml_depth'?\n");
  CHECK(told.status == 3);
}

TEST_CASE("A limit without a value that it can have is wrong usage", "[promise]") {
  const SurveyFolder folder{SmallFiles()};
  for (const char* value : {"toml_depth=many", "toml_depth=1", "toml_depth=201", "toml_depth", "toml_depth=1e2"}) {
    const Told told = folder.run(std::string("check --limit ") + value + " s");
    const std::string text(value);
    const std::size_t sign = text.find('=');
    CHECK(told.err == "--limit: error: '" + (sign == std::string::npos ? "" : text.substr(sign + 1)) +
                          "' is no value of 'toml_depth'\n    expected a whole number from 2 to 200\n");
    CHECK(told.status == 3);
  }
}

TEST_CASE("A limit of the command line holds for survey.toml itself and comes before its own", "[promise]") {
  SmallFiles survey;
  survey.add("survey.toml", "[limits]\ntoml_depth = 100\n[simulation.unit_types]\na = 1\n");
  survey.change("model.toml", "id = \"small\"\n", "id = \"small\"\nx = [[[[[[1]]]]]]\n");
  SurveyFolder folder(survey);
  CHECK(folder.run("check --quiet s").err ==
        "s/model.toml:2:5: error: unknown key 'x'\n    valid names: id, version, name, source, measures, stem, "
        "assumptions, levels, scale, minimum_shares, total, dimension and 2 more\n");
  const Told told = folder.run("check --quiet --limit toml_depth=5 s");
  CHECK(told.err ==
        "s/model.toml:2:10: error: tables and lists lie more than 5 deep in one another\n"
        "    no survey needs that; if yours does: --limit toml_depth=N\n");
  CHECK(told.status == 2);
  folder.write("s/survey.toml", survey.text("survey.toml") + "#" + std::string(2000, '-') + "\n");
  const Told large = folder.run("check --quiet --limit file_bytes=2000 s");
  CHECK(large.err == "s/survey.toml: error: the file has " + std::to_string(survey.text("survey.toml").size() + 2002) +
                         " bytes, expected at most 2000\n");
}

TEST_CASE("An unknown or impossible limit in survey.toml is refused", "[promise]") {
  SmallFiles survey;
  survey.add("survey.toml", "[limits]\nrow = 7\ncolumns = 0\n");
  const Told told = checked(survey);
  CHECK(told.err ==
        "s/survey.toml:30:11: error: 'limits.columns' is 0, expected 3 to 1000000\n"
        "s/survey.toml:29:7: error: unknown key 'limits.row'\n    did you mean 'rows'?\n");
  CHECK(told.status == 2);
}
