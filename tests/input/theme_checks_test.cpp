#include "input/theme_checks.h"

#include <catch2/catch.hpp>

#include "files/memory_files.h"
#include "input/read_template.h"
#include "input/reading.h"
#include "support/sample.h"

using namespace mognad;
using namespace mognad::test;

namespace {

std::string petrol() { return source_file("templates/themes/petrol.toml"); }

Result<Theme> read(const std::string& text) { return read_theme("a.toml", MemoryFiles({{"a.toml", text}})); }

Problems refused(const std::string& text) {
  const auto result = read(text);
  CHECK_FALSE(result);
  for (const Problem& problem : result.problems) {
    INFO(to_text(problem));
    CHECK(problem.place.line > 0);
    CHECK(problem.place.column > 0);
    CHECK(actionable(problem));
  }
  return result.problems;
}

}  // namespace

TEST_CASE("Both themes pass every check", "[input]") {
  for (const char* name : {"petrol", "plum"}) {
    const auto theme = read(source_file("templates/themes/" + std::string(name) + ".toml"));
    INFO(all_text(theme.problems));
    REQUIRE(theme);
    CHECK(theme.problems.empty());
    CHECK(theme->name == name);
  }
}

TEST_CASE("Themes share greys and sizes and differ in accent and in the weight of messages", "[input]") {
  const auto one = read(petrol());
  const auto two = read(source_file("templates/themes/plum.toml"));
  REQUIRE((one && two));
  for (const auto member : {&Colours::paper, &Colours::ink, &Colours::ink_2, &Colours::ink_3, &Colours::dot,
                            &Colours::mark, &Colours::hair, &Colours::band})
    CHECK(one->colours.*member == two->colours.*member);
  CHECK_FALSE(one->colours.accent == two->colours.accent);
  for (std::size_t i = 0; i < one->styles.size(); ++i) {
    CHECK(one->styles[i].size == two->styles[i].size);
    CHECK(one->styles[i].leading == two->styles[i].leading);
  }
  CHECK_FALSE(one->style(TextRole::message).font == two->style(TextRole::message).font);
}

TEST_CASE("Red and green that some readers can't tell apart are refused with the kind of sight", "[input]") {
  const std::string text =
      replaced(replaced(petrol(), "accent = \"#005B66\"", "accent = \"#B01020\""), "\"#9A4A12\"", "\"#4F5A00\"");
  const Problems problems = refused(text);
  const Problem found = problem_with(problems, "'accent' and 'copper' differ by");
  CHECK(found.message == "'accent' and 'copper' differ by 6.1 with deuteranopia, expected at least 20");
  CHECK(found.place.line == line_of(text, "accent = \"#B01020\""));
  CHECK(count_problems(problems, "with usual colour vision") == 0);
}

TEST_CASE("An accent that is as light as the peers' dots is refused in grey", "[input]") {
  const Problems problems = refused(replaced(petrol(), "dot = \"#7C878E\"", "dot = \"#5A6166\""));
  CHECK(count_problems(problems, "'accent' and 'dot' differ by") >= 1);
  CHECK(count_problems(problems, "in grey, expected at least 10") >= 1);
}

TEST_CASE("Accent and copper may be alike in grey, for side, sign and number tell them apart", "[input]") {
  const auto theme = read(petrol());
  REQUIRE(theme);  // by design they differ by 6 only
}

TEST_CASE("A ramp whose lightness rises, or hardly falls, is refused at the step", "[input]") {
  const std::string text = replaced(petrol(), "\"#D6E8E8\", \"#ABCFD1\"", "\"#ABCFD1\", \"#D6E8E8\"");
  const Problems problems = refused(text);
  CHECK(count_problems(problems, "colour 3 of the ramp 'heat'") == 5);  // for every sight
  CHECK(problem_with(problems, "colour 3 of the ramp 'heat'").place == Place{"a.toml", line_of(text, "heat ="), 31});
}

TEST_CASE("Agreement must be told from disagreement by more than lightness", "[input]") {
  const Problems problems = refused(replaced(petrol(), "\"#E2AE72\", \"#62A0A4\"", "\"#B9B9B9\", \"#969696\""));
  CHECK(count_problems(problems, "colours 3 and 4 of the ramp 'answers' differ by") == 4);
}

TEST_CASE("A theme that fails in many ways is told all of them at once", "[input]") {
  std::string text = replaced(petrol(), "ink_3 = \"#5C6870\"", "ink_3 = \"#999999\"");
  text = replaced(text, "\"#F1F7F7\"", "\"#101010\"");
  text = replaced(text, "accent = \"#005B66\"", "accent = \"#7C878E\"");
  const Problems problems = refused(text);
  CHECK(count_problems(problems, "'ink_3' on 'paper'") == 1);
  CHECK(count_problems(problems, "the text style 'foot'") == 1);
  CHECK(count_problems(problems, "'accent' and 'dot' differ by 0.0") == 5);
  CHECK(count_problems(problems, "colour 2 of the ramp 'heat'") == 5);
  CHECK(problem_with(problems, "'ink_3' on 'paper'").place.line == line_of(text, "ink_3 ="));
}
