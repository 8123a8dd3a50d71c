#include "text/elided_line.h"

#include <catch2/catch.hpp>

#include "text/test_fonts.h"

using namespace mognad;
using namespace mognad::test;

TEST_CASE("What fits on its line stays whole, and what doesn't ends after a word with an ellipsis", "[text]") {
  const TextStyle style = body_style();
  const std::string text = "Kommunalförbundet för räddningstjänst, utbildning och samverkan";
  Shaper& shaper = swedish();
  const double whole = shaper.width(text, style);
  CHECK(elided(shaper, text, style, whole) == text);
  CHECK(elided(shaper, text, style, whole - 1) == "Kommunalförbundet för räddningstjänst, utbildning och…");
  CHECK(elided(shaper, text, style, shaper.width("Kommunalförbundet för räddningstjänst, …", style)) ==
        "Kommunalförbundet för räddningstjänst…");
  for (double width = 20; width < whole; width += 7) {
    const std::string line = elided(shaper, text, style, width);
    INFO(line);
    CHECK(line.ends_with("…"));
    CHECK(shaper.width(line, style) <= width);
  }
}

TEST_CASE("A first word that is longer than its line is cut between characters", "[text]") {
  Shaper& shaper = swedish();
  CHECK(elided(shaper, "ååååååå", body_style(), 1) == "å…");
  const std::string cut = elided(shaper, "ååååååå", body_style(), shaper.width("ååå…", body_style()) + 0.1);
  CHECK(cut == "ååå…");
}
