// What is promised to who writes survey.toml by hand, or to attack: the exact words, and the exit status.
#include <catch2/catch.hpp>

#include <filesystem>

#include "support/survey_folder.h"

using namespace mognad::test;
namespace fs = std::filesystem;

namespace {

const std::string kNotRead = "what follows in the file was not read\n";

struct Refused {
  const char* promise;
  std::string text;  // of survey.toml
  std::string told;
};

const std::vector<Refused>& refused() {
  static const std::vector<Refused> all{
      {"a bare key outside ASCII", "id = \"s\"\n[ö]\n",
       "s/survey.toml:2:2: error: a letter outside a–z stands in a name without quotes\n"
       "    put the name in quotes: \"namn på något\" = …\n"},
      {"lists in lists", "id = " + std::string(100'000, '['),
       "s/survey.toml:1:38: error: tables and lists lie more than 32 deep in one another\n"
       "    no survey needs that; if yours does: --limit toml_depth=N\n"},
      {"a huge whole number", "year = 99999999999999999999\n",
       "s/survey.toml:1:28: error: this is not TOML: Error while parsing decimal integer: '99999999999999999999' is "
       "not "
       "representable in 64 bits\n    whole numbers have at most 18 digits; " +
           kNotRead},
      {"a key that stands twice", "id = \"a\"\nid = \"b\"\n",
       "s/survey.toml:2:6: error: this is not TOML: Error while parsing key-value pair: cannot redefine existing "
       "string "
       "'id'\n    each key and each table may stand there once; " +
           kNotRead},
      {"a text without an end and what else is wrong", "id = \"a\nb = \"Malm\xF6\"\nö = 1\n# \xE2\x80\xAE\n",
       "s/survey.toml:1:6: error: this text is not closed\n    expected \" before the line ends\n"
       "s/survey.toml:2:10: error: the byte F6 is not UTF-8\n    save the file as UTF-8\n"
       "s/survey.toml:4:3: error: U+202E, which turns the direction of writing, stands here unseen\n"
       "    remove it, or write \"\\u202E\" in a text that needs it\n"},
      {"UTF-16", std::string("\xFF\xFEi\0d\0", 6),
       "s/survey.toml:1:1: error: the file is UTF-16, expected UTF-8\n    save it as UTF-8\n"},
      {"a NUL byte", std::string("id = \"a\0\"\n", 10),
       "s/survey.toml:1:8: error: the control character U+0000 stands here\n"
       "    remove it, or save the file again as plain text in UTF-8\n"},
      {"CR alone", "id = 1\ryear = 2\n",
       "s/survey.toml:1:7: error: a line ends in CR alone, expected LF or CRLF\n    save the file with line ends of "
       "today\n"},
      {"a line of 17 MB", "id = \"" + std::string(17'000'000, 'x') + "\"\n",
       "s/survey.toml: error: the file has 17000008 bytes, expected at most 16000000\n"},
  };
  return all;
}

}  // namespace

TEST_CASE("A survey.toml that is no TOML is refused where it is wrong", "[promise]") {
  SurveyFolder folder{SmallFiles()};
  for (const Refused& one : refused()) {
    INFO(one.promise);
    folder.write("s/survey.toml", one.text);
    const Told told = folder.run("check --quiet s");
    CHECK(told.err == one.told);
    CHECK(told.status == 2);
  }
}

TEST_CASE("A survey that names itself is refused, by whatever path", "[promise]") {
  SmallFiles survey;
  survey.change("survey.toml", "[\"answers.csv\"]", "[\"link/./survey.toml\"]");
  SurveyFolder folder(survey);
  fs::create_directory_symlink(".", folder.path("s/link"));
  const Told told = folder.run("check --quiet s");
  CHECK(told.err ==
        "s/survey.toml:12:11: error: 'files.answers' names survey.toml itself\n"
        "    name the file that holds them\n");
  CHECK(told.status == 2);
}

TEST_CASE("A link that leads to itself is told", "[promise]") {
  SmallFiles survey;
  survey.change("survey.toml", "\"model.toml\"", "\"loop.toml\"");
  SurveyFolder folder(survey);
  fs::create_symlink("loop.toml", folder.path("s/loop.toml"));
  const Told told = folder.run("check --quiet s");
  CHECK(told.err ==
        "s/loop.toml: error: can't read: Too many levels of symbolic links\n"
        "    survey.toml names the model under 'files.model'; the program's own begin with \"templates/\"\n");
  CHECK(told.status == 2);
}
