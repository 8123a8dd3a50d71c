// What is promised to who has strange names: the exact words, the exit status, and that nothing is written outside.
#include <catch2/catch.hpp>

#include <filesystem>
#include <set>

#include "support/survey_folder.h"

using namespace mognad::test;
namespace fs = std::filesystem;

namespace {

/// Everything in the sandbox but the output folder and what the run said.
std::set<std::string> outside(const SurveyFolder& folder) {
  std::set<std::string> paths;
  for (auto entry = fs::recursive_directory_iterator(folder.path(".")); entry != fs::recursive_directory_iterator();
       ++entry) {
    if (entry->path().filename() == "o") entry.disable_recursion_pending();
    else if (entry->path().extension() != ".txt") paths.insert(entry->path().string());
  }
  return paths;
}

std::set<std::string> reports(const SurveyFolder& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder.path("a/b/o/reports")))
    names.insert(entry.path().filename().string());
  return names;
}

}  // namespace

TEST_CASE("Whatever organisations are called, files lie in the output folder alone", "[promise]") {
  SmallFiles survey;
  survey.change("organisations.csv", "9001,Org 1", "9001,../../x");
  survey.change("organisations.csv", "9002,Org 2", "9002,CON");
  survey.change("organisations.csv", "9003,Org 3", "9003,.");
  survey.change("organisations.csv", "9004,Org 4", "9004,..");
  survey.change("organisations.csv", "9005,Org 5", "9005,/etc/passwd");
  survey.change("organisations.csv", "9006,Org 6", "9006," + std::string(200, 'n'));
  survey.change("organisations.csv", "9007,Org 7", "9007,\xF0\x9F\x98\x80");
  const SurveyFolder folder(survey);
  fs::create_directories(folder.path("a/b"));
  const auto before = outside(folder);
  const Told told = folder.run("statistics --quiet --output a/b/o s");
  CHECK(told.err == "");
  CHECK(told.status == 0);
  const Told rendered = folder.run("render --quiet --only 9001 --output a/b/o s");
  CHECK(rendered.err == "");
  CHECK(rendered.status == 0);
  CHECK(reports(folder) == std::set<std::string>{"9001-x.en.pdf"});
  CHECK(outside(folder) == before);
}

TEST_CASE("Codes that Windows keeps for devices or that lead upwards name safe files", "[promise]") {
  SmallFiles survey;
  for (std::string* text :
       {&survey.texts["organisations.csv"], &survey.texts["answers.csv"], &survey.texts["participation.csv"]})
    for (const auto& [from, to] :
         {std::pair{"9001,", "CON,"}, std::pair{"9002,", "../../x,"}, std::pair{"9003,", "NUL.txt,"}})
      for (std::size_t at = 0; (at = text->find(from, at)) != std::string::npos;) text->replace(at, 5, to);
  survey.change("survey.toml", "id = \"small\"", "id = \"../../../CON\"");
  const SurveyFolder folder(survey);
  fs::create_directories(folder.path("a/b"));
  const auto before = outside(folder);
  const Told told = folder.run("statistics --quiet --format csv --output a/b/o s");
  CHECK(told.err == "");
  CHECK(told.status == 0);
  for (const char* name : {"xcon.csv", "x.csv", "nul-txt.csv"})
    CHECK(fs::exists(folder.path("a/b/o/statistics/organisations/") + name));
  CHECK(outside(folder) == before);
  CHECK(folder.run("statistics --quiet --format csv s").status == 0);
  CHECK(fs::exists(folder.path("output/xcon/2025/statistics/national.csv")));
}

TEST_CASE("Names that are too long or hold what can't be seen are refused with their place", "[promise]") {
  SmallFiles survey;
  survey.change("organisations.csv", "9001,Org 1", "9001," + std::string(10'000, 'n'));
  survey.change("organisations.csv", "9002,Org 2",
                "9002,Org \xE2\x80\xAE"
                "2");
  survey.change("organisations.csv", "9003,Org 3", "9003,\"Org\n3\"");
  survey.add("organisations.csv", std::string(51, '9') + ",Org 8,kommun,1,1\n");
  const Told told = checked(survey);
  CHECK(told.err ==
        "s/organisations.csv:3:10: warning: U+202E can make text read otherwise than it is stored\n"
        "    take it out if nobody meant it\n"
        "s/organisations.csv:2:6: error: the name has 10000 characters, expected at most 200\n"
        "    shorten it, or look for a quote that is never closed\n"
        "s/organisations.csv:3:6: error: the name holds U+202E, which turns the direction of writing\n"
        "    remove it: what is read would not be what is written\n"
        "s/organisations.csv:4:6: error: the name holds the control character U+000A\n"
        "    remove it: it can't be seen, and has no place in a report\n"
        "s/organisations.csv:10:1: error: the code has 51 characters, expected at most 50\n"
        "    shorten it, or look for a quote that is never closed\n");
  CHECK(told.status == 2);
}

TEST_CASE("Units whose names are too long or hold what can't be seen are refused with their place", "[promise]") {
  SmallFiles survey;
  survey.add_keys("files", "units = \"units.csv\"");
  survey.texts["units.csv"] = "organisation,unit,name\n9001,u1," + std::string(10'000, 'n') +
                              "\n9001,u2,Bar\xE2\x80\xAEnroB\n9001,\"u\n3\",C\n9001," + std::string(201, 'u') + ",D\n";
  const Told told = checked(survey);
  const std::string words =
      "s/units.csv:2:9: error: the unit's name has 10000 characters, expected at most 200\n"
      "    shorten it, or look for a quote that is never closed\n"
      "s/units.csv:3:9: error: the unit's name holds U+202E, which turns the direction of writing\n"
      "    remove it: what is read would not be what is written\n"
      "s/units.csv:4:6: error: the unit's id holds the control character U+000A\n"
      "    remove it: it can't be seen, and has no place in a report\n"
      "s/units.csv:6:6: error: the unit's id has 201 characters, expected at most 200\n"
      "    shorten it, or look for a quote that is never closed\n";
  CHECK(told.err.find(words) != std::string::npos);
  CHECK(told.status == 2);
}

TEST_CASE("The survey's id may not hide what it is", "[promise]") {
  SmallFiles survey;
  survey.change("survey.toml", "id = \"small\"", "id = \"a\\u202Eb\"");
  const Told told = checked(survey);
  CHECK(told.err ==
        "s/survey.toml:1:6: error: the id holds U+202E, which turns the direction of writing\n"
        "    remove it: what is read would not be what is written\n");
  CHECK(told.status == 2);
}
