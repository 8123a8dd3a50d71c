#include "text/font_set.h"

#include <catch2/catch.hpp>

#include "text/test_fonts.h"

using namespace mognad;
using namespace mognad::test;

TEST_CASE("A font's names and measures are read from its file", "[text]") {
  const FontSet& fonts = small_survey().loaded->fonts;
  REQUIRE(fonts.size() == 3);
  CHECK(fonts[0].family == "Lato");
  CHECK(fonts[0].postscript_name == "Lato-Regular");
  CHECK(fonts[2].weight > fonts[0].weight);
  for (const FontFile& font : fonts) {
    CHECK(font.units_per_em >= 1000);
    CHECK(font.ascender > font.cap_height);
    CHECK(font.cap_height > font.x_height);
    CHECK(font.descender < 0);
    CHECK(font.glyphs > 500);
  }
}

TEST_CASE("A font that is missing is an error that names it and where it was searched", "[text]") {
  Theme theme = small_survey().loaded->theme;
  theme.fonts.front().file = "Nowhere.ttf";
  const auto fonts = load_fonts(theme, *files_with_templates());
  REQUIRE_FALSE(fonts);
  REQUIRE(fonts.problems.size() == 1);
  CHECK(fonts.problems.front().place.file == "Nowhere.ttf");
  CHECK(fonts.problems.front().message.find(theme.font_folders.back()) != std::string::npos);
}

TEST_CASE("A file that is no font is an error", "[text]") {
  Theme theme = small_survey().loaded->theme;
  theme.font_folders = {"broken"};
  MemoryFiles files;
  for (const FontChoice& font : theme.fonts) files.write_whole("broken/" + font.file, "this is no font");
  const auto fonts = load_fonts(theme, files);
  CHECK_FALSE(fonts);
  CHECK(fonts.problems.size() == theme.fonts.size());
}
