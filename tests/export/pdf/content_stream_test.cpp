#include "export/pdf/content_stream.h"

#include <catch2/catch.hpp>

#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;
using mognad::pdf::PageContent;

namespace {

struct Written {
  PageContent content;
  Problems problems;
};

Written write(std::vector<Item> items) {
  static const std::vector<Element> elements{
      {.role = Role::document}, {.role = Role::p, .parent = 0}, {.role = Role::td, .parent = 0}};
  Written written;
  written.content = write_content(Picture{kA4, std::move(items)}, elements, small_survey().pdf.fonts, written.problems);
  return written;
}

GlyphRun run_of(const std::string& text) {
  GlyphRun run = small_survey().voice("sv").shaper.run(text, small_survey().loaded->theme.style(TextRole::body));
  run.origin = {100, 200};
  return run;
}

Path square() { return filled_rectangle({10, 20, 30, 40}, {255, 0, 0}); }

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("Content of an element is marked with its type and the next number", "[pdf]") {
  const Written w = write({TagBegin{1}, run_of("a"), TagEnd{}, TagBegin{2}, run_of("b"), TagEnd{}});
  CHECK(w.problems.empty());
  CHECK(w.content.marked == std::vector<int>{1, 2});
  CHECK(has(w.content.operators, "/P <</MCID 0>> BDC"));
  CHECK(has(w.content.operators, "/TD <</MCID 1>> BDC"));
  CHECK(times(w.content.operators, "EMC") == 2);
}

TEST_CASE("An artifact gets no number", "[pdf]") {
  const Written w = write({TagBegin{}, square(), TagEnd{}});
  CHECK(w.problems.empty());
  CHECK(w.content.marked.empty());
  CHECK(has(w.content.operators, "/Artifact BMC"));
}

TEST_CASE("An image fills its box and leaves the state as it was", "[pdf]") {
  const auto raster = std::make_shared<const Raster>(Raster{1, 1, "abc", "n4me"});
  const Written w = write({TagBegin{}, square(), Image{raster, {10, 20, 30, 40}}, square(), TagEnd{}});
  CHECK(w.problems.empty());
  CHECK(has(w.content.operators, "q 30 0 0 40 10 781.89 cm /Imn4me Do Q\n"));
  CHECK(times(w.content.operators, "rg\n") == 1);
  CHECK(write({Image{raster, {0, 0, 1, 1}}}).problems.size() == 1);  // outside every tag
}

TEST_CASE("The page is turned over: y grows upwards in the file", "[pdf]") {
  const Written w = write({TagBegin{}, straight_line({10, 41.89}, {20, 41.89}, Stroke{}), TagEnd{}});
  CHECK(has(w.content.operators, "10 800 m"));
  CHECK(has(w.content.operators, "20 800 l"));
}

TEST_CASE("Nothing may stand outside every tag", "[pdf]") {
  CHECK(write({square()}).problems.size() == 1);
  CHECK(write({run_of("a")}).problems.size() == 1);
  CHECK(write({TagBegin{1}, TagEnd{}, run_of("a")}).problems.size() == 1);
}

TEST_CASE("A tag inside a tag, one that isn't closed and one that isn't open are problems", "[pdf]") {
  CHECK_FALSE(write({TagBegin{1}, TagBegin{2}, run_of("a"), TagEnd{}, TagEnd{}}).problems.empty());
  CHECK_FALSE(write({TagBegin{1}, run_of("a")}).problems.empty());
  CHECK_FALSE(write({TagBegin{1}, run_of("a"), TagEnd{}, TagEnd{}}).problems.empty());
}

TEST_CASE("A glyph that documents don't carry is a problem that names its text", "[pdf]") {
  GlyphRun run = run_of("a");
  run.glyphs.front().id = 60000;
  const Written w = write({TagBegin{1}, run, TagEnd{}});
  REQUIRE(w.problems.size() == 1);
  CHECK(has(w.problems.front().message, "\"a\""));
}

TEST_CASE("A character outside the repertoire is never written as another", "[pdf]") {
  GlyphRun run = run_of("a");
  run.text = "Ω";
  const Written w = write({TagBegin{1}, run, TagEnd{}});
  CHECK(has(w.content.operators, "/ActualText <FEFF03A9>"));
}

TEST_CASE("A cluster that one glyph expresses for several characters says its text", "[pdf]") {
  GlyphRun run = run_of("a");
  run.text = "ab";
  const Written w = write({TagBegin{1}, run, TagEnd{}});
  CHECK(has(w.content.operators, "/Span <</ActualText (ab)>> BDC"));
  CHECK(times(w.content.operators, "BDC") == times(w.content.operators, "EMC"));
}

TEST_CASE("A run without kerning is one string", "[pdf]") {
  const Written w = write({TagBegin{1}, run_of("2025"), TagEnd{}});
  CHECK(times(w.content.operators, "[(") == 1);
  CHECK(times(w.content.operators, ")] TJ") == 1);
  CHECK(times(w.content.operators, "(") == 1);
}

TEST_CASE("Kerning moves the next glyph to the left", "[pdf]") {
  const Written w = write({TagBegin{1}, run_of("AV"), TagEnd{}});
  const std::size_t begin = w.content.operators.find("[(");
  REQUIRE(begin != std::string::npos);
  const std::size_t between = w.content.operators.find(')', begin);
  REQUIRE(between != std::string::npos);
  CHECK(std::stod(w.content.operators.substr(between + 1)) > 0);
}

TEST_CASE("Every glyph is two bytes of a string, whatever the bytes mean in it", "[pdf]") {
  std::string text;
  for (char c = '!'; c <= '~'; ++c) text += c;
  for (int c = 0xA1; c <= 0xFF; ++c) {  // Latin-1, whose glyphs have numbers beyond 0x28 to 0x5C
    text += static_cast<char>(0xC0 | c >> 6);
    text += static_cast<char>(0x80 | (c & 0x3F));
  }
  const GlyphRun run = run_of(text);
  const Written w = write({TagBegin{1}, run, TagEnd{}});
  const std::string& operators = w.content.operators;
  std::size_t bytes = 0;
  bool inside = false;
  for (std::size_t i = operators.find("Td\n"); i < operators.size(); ++i) {
    const char c = operators[i];
    if (!inside) inside = c == '(';
    else if (c == ')') inside = false;
    else {
      CHECK(c != '\r');  // a reader would take it for a line feed
      if (c == '\\') ++i;
      ++bytes;
    }
  }
  CHECK(w.problems.empty());
  CHECK(bytes == 2 * run.glyphs.size());
}

TEST_CASE("An upright rectangle is one operator, with the edges that its corners have", "[pdf]") {
  const Written w = write({TagBegin{}, filled_rectangle({10.004, 20, 5.004, 40}, {255, 0, 0}),
                           filled_rectangle({15.008, 20, 5.004, 40}, {255, 0, 0}), TagEnd{}});
  CHECK(has(w.content.operators, "10 821.89 5.01 -40 re\nf\n"));
  CHECK(has(w.content.operators, "15.01 821.89 5 -40 re\nf\n"));
  Path slanted = square();
  slanted.segments[1].points[0].y += 1;
  CHECK(times(write({TagBegin{}, slanted, TagEnd{}}).content.operators, " l\n") == 3);
}

TEST_CASE("A path that is neither filled nor stroked paints nothing", "[pdf]") {
  Path path = square();
  path.fill.reset();
  const Written w = write({TagBegin{}, path, TagEnd{}});
  CHECK_FALSE(has(w.content.operators, "S\n"));
}

TEST_CASE("A colour is written again only when it changes", "[pdf]") {
  const Written w = write({TagBegin{}, square(), square(), TagEnd{}});
  CHECK(times(w.content.operators, " rg") == 1);
}

TEST_CASE("A dash ends with the next solid line", "[pdf]") {
  const Stroke dashed{.colour = {0, 0, 0}, .width = 1, .cap = Cap::butt, .dash = {2, 1}};
  const Stroke solid{.colour = {0, 0, 0}, .width = 1, .cap = Cap::butt, .dash = {}};
  const Written w =
      write({TagBegin{}, straight_line({0, 0}, {9, 0}, dashed), straight_line({0, 9}, {9, 9}, solid), TagEnd{}});
  CHECK(has(w.content.operators, "[2 1 ] 0 d"));
  CHECK(has(w.content.operators, "[] 0 d"));
}

TEST_CASE("Text between texts keeps its font's size and place", "[pdf]") {
  const Written w = write({TagBegin{1}, run_of("a"), run_of("b"), TagEnd{}});
  CHECK(times(w.content.operators, "Tf") == 1);
  CHECK(times(w.content.operators, "BT\n") == 1);
  CHECK(times(w.content.operators, "ET\n") == 1);
  CHECK(has(w.content.operators, "100 641.89 Td"));
  CHECK(has(w.content.operators, "0 0 Td"));  // from where the first one began
}

TEST_CASE("A line between two texts ends the text object", "[pdf]") {
  const Written w = write({TagBegin{1}, run_of("a"), square(), run_of("b"), TagEnd{}});
  CHECK(times(w.content.operators, "BT\n") == 2);
  CHECK(times(w.content.operators, "100 641.89 Td") == 2);
  CHECK(w.content.operators.find("ET\n") < w.content.operators.find("re\n"));
}
