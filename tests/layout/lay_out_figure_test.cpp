#include "layout/lay_out_figure.h"

#include <catch2/catch.hpp>

#include "layout/grid.h"
#include "support/dump.h"
#include "support/figures.h"

using namespace mognad;
using namespace mognad::test;

TEST_CASE("A figure alone has its title above and its caption below, and all of it lies inside", "[layout]") {
  each_figure([](const SingleFigure& single, const LanguageTag& tag) {
    const Picture picture = picture_of(single.figure, tag);
    CHECK(picture.size.width == grid::kWidth + 2 * grid::kStep);
    const std::vector<PlacedText> texts = placed_texts(picture);
    REQUIRE(texts.size() >= 3);
    CHECK(single.figure.title.starts_with(texts.front().run.text));
    CHECK(texts.back().run.origin.y > texts.front().run.origin.y);
    CHECK(single.figure.caption.ends_with(texts.back().run.text));
    for (const PlacedText& text : texts) {
      INFO(text.run.text);
      CHECK(text.box.x >= 0);
      CHECK(text.box.y >= 0);
      CHECK(text.box.right() <= picture.size.width);
      CHECK(text.box.bottom() <= picture.size.height);
    }
  });
}

TEST_CASE("No two texts of a figure alone stand on each other", "[layout]") {
  each_figure([](const SingleFigure& single, const LanguageTag& tag) {
    const std::vector<PlacedText> texts = placed_texts(picture_of(single.figure, tag));
    for (std::size_t i = 0; i < texts.size(); ++i)
      for (std::size_t k = i + 1; k < texts.size(); ++k)
        if (collide(texts[i], texts[k])) {
          INFO("\"" << texts[i].run.text << "\" and \"" << texts[k].run.text << "\"");
          CHECK(false);
        }
  });
}

TEST_CASE("A character that no font has is told with the figure's place", "[layout]") {
  Figure figure = single_figures(small_survey().report(0, "sv")).front().figure;
  figure.caption += " \u4E1C.";
  const auto picture = lay_out_figure(figure, small_survey().style("sv"), "figures/x.svg");
  CHECK_FALSE(picture);
  REQUIRE(has_errors(picture.problems));
  CHECK(picture.problems.back().place.file == "figures/x.svg");
  CHECK(picture.problems.back().message.find("U+4E1C") != std::string::npos);
}
