#include "input/read_template.h"

#include <catch2/catch.hpp>

#include "files/memory_files.h"
#include "input/reading.h"
#include "support/sample.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const std::vector<LanguageTag> kBoth{"sv", "en"};

MemoryFiles one_file(const std::string& text) { return MemoryFiles({{"a.toml", text}}); }

void check_places(const Problems& problems) {
  for (const Problem& problem : problems) {
    INFO(to_text(problem));
    CHECK(problem.place.file == "a.toml");
    CHECK(problem.place.line > 0);
    CHECK(problem.place.column > 0);
    CHECK(actionable(problem));
  }
}

Problems wrong_theme(const std::string& from, const std::string& to) {
  const auto result = read_theme("a.toml", one_file(replaced(source_file("templates/themes/petrol.toml"), from, to)));
  CHECK_FALSE(result);
  check_places(result.problems);
  return result.problems;
}

Problems wrong_language(const std::string& from, const std::string& to) {
  const auto result = read_language("a.toml", one_file(replaced(source_file("templates/languages/sv.toml"), from, to)));
  CHECK_FALSE(result);
  check_places(result.problems);
  return result.problems;
}

}  // namespace

TEST_CASE("The board report's template is read with every section", "[input]") {
  const auto result = read_template("a.toml", kBoth, one_file(source_file("templates/board-report.toml")));
  REQUIRE(result);
  CHECK(result->sections.size() == static_cast<std::size_t>(kSectionKinds) - 1);
  CHECK(result->sections.front().title.in("sv") == "Sammanfattning");
}

TEST_CASE("A section of text has a message and paragraphs of its own", "[input]") {
  const std::string head = "[[section]]\nkind = \"text\"\ntitle = \"Förord\"\n";
  const std::string paragraph = "[[section.paragraphs]]\nsv = \"Ett.\"\nen = \"One.\"\n";
  const auto result = read_template("a.toml", kBoth, one_file(head + "message = \"Tredje året\"\n" + paragraph));
  REQUIRE(result);
  CHECK(result->sections.front().kind == SectionKind::text);
  CHECK(result->sections.front().message.in("en") == "Tredje året");
  CHECK(result->sections.front().paragraphs.at(0).in("sv") == "Ett.");
  CHECK_FALSE(read_template("a.toml", kBoth, one_file(head + paragraph)));
  CHECK_FALSE(read_template("a.toml", kBoth, one_file(head + "message = \"Tredje året\"\n")));
}

TEST_CASE("An unknown section is told with the nearest", "[input]") {
  const auto result = read_template("a.toml", kBoth, one_file("[[section]]\nkind = \"sumary\"\ntitle = \"x\"\n"));
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].place == Place{"a.toml", 2, 8});
  CHECK(result.problems[0].message == "unknown section 'sumary'");
  CHECK(result.problems[0].hint == "did you mean 'summary'?");
}

TEST_CASE("A template without sections, or with an unknown key, is refused", "[input]") {
  CHECK_FALSE(read_template("a.toml", kBoth, one_file("")));
  const auto result =
      read_template("a.toml", kBoth, one_file("[[section]]\nkind = \"matrix\"\ntitle = \"x\"\ntitel = \"y\"\n"));
  CHECK(problem_with(result.problems, "unknown key").hint == "did you mean 'title'?");
}

TEST_CASE("Template, theme and language that are missing are told by their path, with a hint", "[input]") {
  for (const Problems& problems :
       {read_template("x.toml", kBoth, MemoryFiles()).problems, read_theme("x.toml", MemoryFiles()).problems,
        read_language("x.toml", MemoryFiles()).problems}) {
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].place.file == "x.toml");
    CHECK(actionable(problems[0]));
  }
}

TEST_CASE("The theme is read with every style and without a word", "[input]") {
  const auto theme = read_theme("a.toml", one_file(source_file("templates/themes/petrol.toml")));
  REQUIRE(theme);
  CHECK(theme.problems.empty());
  CHECK(theme->style(TextRole::message).size == 22);
  CHECK(theme->style(TextRole::section_title).colour == theme->colours.accent);
}

TEST_CASE("A contrast that is too low names both colours and what is asked", "[input]") {
  const Problems problems = wrong_theme("ink_3 = \"#5C6870\"", "ink_3 = \"#999999\"");
  REQUIRE_FALSE(problems.empty());
  CHECK(problems[0].message == "'ink_3' on 'paper' has a contrast of 2.85:1, expected at least 4.5:1");
  CHECK(problems[0].hint.find("WCAG") != std::string::npos);
}

TEST_CASE("The letters of the cover must stand out from its ground", "[input]") {
  std::string text = replaced(source_file("templates/themes/petrol.toml"), "deep = \"#06474F\"", "deep = \"#EEEEEE\"");
  text = replaced(text, "deep_line = \"#559CA3\"", "deep_line = \"#000000\"");
  text = replaced(text, "deep_dot = \"#7FB6BB\"", "deep_dot = \"#000000\"");
  text = replaced(text, "deep_text = \"#B9D9DB\"", "deep_text = \"#000000\"");
  const auto result = read_theme("a.toml", one_file(text));  // cover_name is still paper
  CHECK(count_problems(result.problems, "'paper' on 'deep'") == 1);
}

TEST_CASE("A style in a colour too pale for text is refused", "[input]") {
  wrong_theme("body = { font = \"regular\", size = 11, leading = 16.5 }",
              "body = { font = \"regular\", size = 11, leading = 16.5, colour = \"hair\" }");
}

TEST_CASE("What is no colour is told with how to write one", "[input]") {
  const Problems problems = wrong_theme("hair = \"#C5CCD0\"", "hair = \"grey\"");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "'grey' is not a colour");
  CHECK(problems[0].place.line == line_of(source_file("templates/themes/petrol.toml"), "hair ="));
}

TEST_CASE("Unknown fonts, colours and roles of a theme are told with the nearest", "[input]") {
  CHECK(wrong_theme("body = { font = \"regular\"", "body = { font = \"regualr\"").at(0).hint ==
        "did you mean 'regular'?");
  CHECK(wrong_theme("colour = \"ink_3\"", "colour = \"ink_33\"").at(0).hint == "did you mean 'ink_3'?");
  const Problems problems = wrong_theme("body_strong = {", "body_stong = {");
  CHECK(problem_with(problems, "unknown key 'text.body_stong'").hint == "did you mean 'body_strong'?");
  CHECK(count_problems(problems, "'text.body_strong' is missing") == 1);
}

TEST_CASE("Both languages are read without a word", "[input]") {
  for (const char* tag : {"sv", "en"}) {
    const auto language =
        read_language("a.toml", one_file(source_file("templates/languages/" + std::string(tag) + ".toml")));
    REQUIRE(language);
    CHECK(language.problems.empty());
    CHECK(language->tag == tag);
    CHECK(language->counts.size() == 13);
  }
}

TEST_CASE("A pattern with a brace that is not closed is told with its key and line", "[input]") {
  const Problems problems = wrong_language("source = \"Källa: {source}.\"", "source = \"Källa: {source.\"");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message.find("'common.source' is not an ICU message") != std::string::npos);
  CHECK(problems[0].place.line == line_of(source_file("templates/languages/sv.toml"), "source = \"Källa"));
}

TEST_CASE("A plural without the form for all others is refused", "[input]") {
  const Problems problems = wrong_language("persons = \"{count, plural, one {person} other {personer}}\"",
                                           "persons = \"{count, plural, one {person}}\"");
  CHECK(count_problems(problems, "'summary.persons'") == 1);
}

TEST_CASE("Several wrong patterns of a language are all told", "[input]") {
  std::string text =
      replaced(source_file("templates/languages/sv.toml"), "source = \"Källa: {source}.\"", "source = \"{\"");
  text = replaced(text, "own_year = \"{name} {year}\"", "own_year = 7");
  text = replaced(text, "document_tag", "dokument_tag");
  const auto result = read_language("a.toml", one_file(text));
  CHECK(count_problems(result.problems, "'common.source'") == 1);
  CHECK(count_problems(result.problems, "own_year' is a whole number") == 1);
  CHECK(problem_with(result.problems, "unknown key").hint == "did you mean 'document_tag'?");
}
