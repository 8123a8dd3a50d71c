#include "text/glyph_outlines.h"

#include <algorithm>

#include "text/test_fonts.h"

using namespace mognad;
using namespace mognad::test;

TEST_CASE("An outline stands on the baseline and is as high as the font says", "[text]") {
  GlyphOutlines outlines(small_survey().loaded->fonts);
  const FontFile& font = outlines.font(body_style().font);
  const GlyphRun run = swedish().run("H", body_style());
  const auto& outline = outlines.outline(run.font, run.glyphs[0].id);
  double top = 0, bottom = 0, right = 0;
  for (const Segment& segment : outline) {
    if (segment.kind == Segment::Kind::close) continue;
    top = std::min(top, segment.points[0].y);
    bottom = std::max(bottom, segment.points[0].y);
    right = std::max(right, segment.points[0].x);
  }
  CHECK(bottom == 0);
  CHECK(-top == Approx(font.cap_height).margin(font.units_per_em * 0.01));
  CHECK(right < run.glyphs[0].advance);
  CHECK(outline.front().kind == Segment::Kind::move);
  CHECK(outline.back().kind == Segment::Kind::close);
}

TEST_CASE("A space has no outline, and curves are cubic", "[text]") {
  GlyphOutlines outlines(small_survey().loaded->fonts);
  const GlyphRun run = swedish().run("o ", body_style());
  REQUIRE(run.glyphs.size() == 2);
  const auto& round = outlines.outline(run.font, run.glyphs[0].id);
  CHECK(std::any_of(round.begin(), round.end(), [](const Segment& s) { return s.kind == Segment::Kind::curve; }));
  CHECK(outlines.outline(run.font, run.glyphs[1].id).empty());
  CHECK(&outlines.outline(run.font, run.glyphs[0].id) == &round);
}
