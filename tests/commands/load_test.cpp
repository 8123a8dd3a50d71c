#include "commands/load.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "input/reading.h"
#include "support/sample.h"

using namespace mognad;
using namespace mognad::test;

namespace {

void change(MemoryFiles& files, const std::string& path, const std::string& from, const std::string& to) {
  files.write_whole(path, replaced(*files.read(path), from, to));
}

}  // namespace

TEST_CASE("The new survey loads whole", "[commands]") {
  const auto files = files_with_new_survey();
  const auto loaded = load_all(options_for("survey"), *files);
  INFO(all_text(loaded.problems));
  REQUIRE(loaded);
  CHECK((*loaded)->languages.size() == 2);
  CHECK((*loaded)->dataset.organisations.size() == 30);
  CHECK((*loaded)->look_sha256.size() == 64);
}

TEST_CASE("Problems of theme, template, language and data are told together", "[commands]") {
  const auto files = files_with_new_survey();
  change(*files, "templates/themes/petrol.toml", "ink = \"#17222B\"", "ink = \"blue\"");
  change(*files, "templates/board-report.toml", "kind = \"matrix\"", "kind = \"matris\"");
  change(*files, "templates/languages/en.toml", "median = \"median\"", "median = \"{\"");
  change(*files, "survey/organisations.csv", "9002,Björkvik,Björkviks kommun,kommun",
         "9002,Björkvik,Björkviks kommun,by");
  const auto loaded = load_all(options_for("survey"), *files);
  CHECK_FALSE(loaded);
  for (const char* file : {"templates/themes/petrol.toml", "templates/board-report.toml", "templates/languages/en.toml",
                           "survey/organisations.csv"}) {
    INFO(file);
    CHECK(std::any_of(loaded.problems.begin(), loaded.problems.end(),
                      [&](const Problem& p) { return p.place.file == file; }));
  }
}

TEST_CASE("A language that was not asked of the survey is told with the nearest", "[commands]") {
  const auto files = files_with_new_survey();
  CommandOptions options = options_for("survey");
  options.languages = {"se"};
  const auto loaded = load_all(options, *files);
  const Problem problem = problem_with(loaded.problems, "no language 'se'");
  CHECK(actionable(problem));
  CHECK(problem.place.file == "--language");
}

TEST_CASE("A language asked for twice is rendered once", "[commands]") {
  const auto files = files_with_new_survey();
  CommandOptions options = options_for("survey");
  options.languages = {"sv", "sv"};
  const auto loaded = load_all(options, *files);
  REQUIRE(loaded);
  CHECK((*loaded)->languages.size() == 1);
}

namespace {

/// The new survey, where one organisation wants its report in English and all others in Swedish.
std::unique_ptr<MemoryFiles> files_with_languages() {
  auto files = files_with_new_survey();
  std::string csv;
  std::istringstream lines(*files->read("survey/organisations.csv"));
  for (std::string line; std::getline(lines, line);)
    csv += line + (csv.empty() ? ",language" : line.starts_with("9002") ? ",en" : ",sv") + "\n";
  files->write_whole("survey/organisations.csv", csv);
  return files;
}

std::vector<LanguageTag> languages_of(const CommandOptions& options, const Files& files) {
  std::vector<LanguageTag> tags;
  const auto loaded = load_all(options, files);
  for (const LanguageResources& language : (*loaded)->languages) tags.push_back(language.language.tag);
  return tags;
}

}  // namespace

TEST_CASE("Only the languages that organisations want are loaded", "[commands]") {
  const auto files = files_with_languages();
  CommandOptions options = options_for("survey");
  CHECK(languages_of(options, *files) == std::vector<LanguageTag>{"sv", "en"});
  options.only = {"9002"};
  CHECK(languages_of(options, *files) == std::vector<LanguageTag>{"en"});
  options.only = {"9001", "9003"};
  CHECK(languages_of(options, *files) == std::vector<LanguageTag>{"sv"});
}

TEST_CASE("A language of the command line holds for every organisation", "[commands]") {
  const auto files = files_with_languages();
  CommandOptions options = options_for("survey");
  options.languages = {"en"};
  const auto loaded = load_all(options, *files);
  REQUIRE(loaded);
  CHECK(languages_of(options, *files) == std::vector<LanguageTag>{"en"});
  for (const Organisation& o : (*loaded)->dataset.organisations) CHECK(o.languages.empty());
  options.languages = {"en", "sv"};
  CHECK(languages_of(options, *files) == std::vector<LanguageTag>{"sv", "en"});
}

TEST_CASE("The hash of settings is the same whichever languages and organisations are asked for", "[commands]") {
  const auto files = files_with_languages();
  CommandOptions options = options_for("survey");
  const std::string whole = load_publication(options, *files)->settings_sha256;
  options.only = {"9002"};
  CHECK(load_publication(options, *files)->settings_sha256 == whole);
  options.languages = {"sv"};
  CHECK(load_publication(options, *files)->settings_sha256 == whole);
}

TEST_CASE("A survey in a language that the program lacks says what to do", "[commands]") {
  const auto files = files_with_new_survey();
  files->remove("templates/languages/en.toml");
  const auto loaded = load_all(options_for("survey"), *files);
  CHECK_FALSE(loaded);
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].place.file == "templates/languages/en.toml");
  CHECK(actionable(loaded.problems[0]));
}

TEST_CASE("The hash of settings changes with survey, theme, model, template and language", "[commands]") {
  const std::string before = load_publication(options_for("survey"), *files_with_new_survey())->settings_sha256;
  for (const char* path : {"survey/survey.toml", "templates/themes/petrol.toml", "templates/dimios/model.toml",
                           "templates/board-report.toml", "templates/languages/sv.toml"}) {
    const auto files = files_with_new_survey();
    files->write_whole(path, *files->read(path) + "\n# changed\n");
    INFO(path);
    CHECK(load_publication(options_for("survey"), *files)->settings_sha256 != before);
  }
}

TEST_CASE("The hash of the look is of what the theme says, not of its remarks or of where it lies", "[commands]") {
  const auto files = files_with_new_survey();
  const std::string theme = "templates/themes/petrol.toml";
  const std::string before = (*load_all(options_for("survey"), *files))->look_sha256;
  const std::string text = *files->read(theme);
  files->write_whole(theme, text + "\n# a remark\n");
  CHECK((*load_all(options_for("survey"), *files))->look_sha256 == before);
  files->write_whole(theme, replaced(text, "size = 11", "size = 10.8"));
  CHECK((*load_all(options_for("survey"), *files))->look_sha256 != before);
}

TEST_CASE("The hash of settings follows the file that was named", "[commands]") {
  const auto files = files_with_new_survey();
  const std::string text = *files->read("survey/survey.toml");
  files->write_whole("survey/other.toml", text);
  const std::string before = load_publication(options_for("survey/other.toml"), *files)->settings_sha256;
  files->write_whole("survey/other.toml", replaced(text, "edition = 1", "edition = 2"));
  CHECK(load_publication(options_for("survey/other.toml"), *files)->settings_sha256 != before);
}

TEST_CASE("The logo is read with the survey, and another logo is another input", "[commands]") {
  const auto files = files_with_new_survey();
  const auto without = load_all(options_for("survey"), *files);
  REQUIRE(without);
  CHECK_FALSE((*without)->logo);
  change(*files, "survey/survey.toml", "# [logo]", "[logo]");
  change(*files, "survey/survey.toml", "# file = \"logo.svg\"", "file = \"logo.svg\"");
  change(*files, "survey/survey.toml", "# description = ", "description = ");
  std::string drawing = source_file("sample-data/logo.svg");
  files->write_whole("survey/logo.svg", drawing);
  const auto with = load_all(options_for("survey"), *files);
  INFO(all_text(with.problems));
  REQUIRE(with);
  REQUIRE((*with)->logo);
  CHECK((*with)->survey.logo_description.in("en") == "Logo of the Office for Digital Maturity");
  CHECK((*with)->logo->name != "");
  files->write_whole("survey/logo.svg", replaced(drawing, "rx=\"7\"", "rx=\"9\""));
  const auto other = load_all(options_for("survey"), *files);
  REQUIRE(other);
  CHECK((*other)->logo->name != (*with)->logo->name);
}

TEST_CASE("A logo that is damaged is told with the other problems", "[commands]") {
  const auto files = files_with_new_survey();
  change(*files, "survey/survey.toml", "# [logo]", "[logo]\nfile = \"logo.png\"\ndescription = \"x\"");
  change(*files, "templates/board-report.toml", "kind = \"matrix\"", "kind = \"matris\"");
  files->write_whole("survey/logo.png", "\x89PNG\r\n\x1A\n and no more");
  const auto loaded = load_all(options_for("survey"), *files);
  CHECK_FALSE(loaded);
  CHECK(count_problems(loaded.problems, "not a whole PNG") == 1);
  CHECK(count_problems(loaded.problems, "unknown section") == 1);
}
