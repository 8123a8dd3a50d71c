#include <catch2/catch.hpp>

#include "support/small_files.h"

using namespace mognad;
using namespace mognad::test;

TEST_CASE("The print run is as survey.toml says, and as usual where it says nothing", "[input][letter]") {
  SmallFiles survey;
  CHECK(survey.whole()->survey.mail.letters.sort_by.empty());
  CHECK(survey.whole()->survey.mail.letters.window_box.top == 44);
  survey.add("survey.toml",
             "\n[letters]\nwindow = \"left\"\nsort_by = \"county\"\nper_file = 20\n"
             "[letters.window_box]\nfrom_edge = 20\ntop = 45\nwidth = 90\nheight = 30\n");
  const LetterSettings letters = survey.whole()->survey.mail.letters;
  CHECK(letters.window == LetterSettings::Window::left);
  CHECK(letters.sort_by == "county");
  CHECK(letters.per_file == 20);
  CHECK(letters.window_box.from_edge == 20);
  CHECK(letters.window_box.top == 45);
  CHECK(letters.window_box.width == 90);
  CHECK(letters.window_box.height == 30);
}
