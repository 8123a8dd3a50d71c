#include "text/line_breaker.h"

#include <catch2/catch.hpp>

#include <random>

#include "text/test_fonts.h"

using namespace mognad;
using namespace mognad::test;

namespace {

constexpr const char* kWords[] = {"och",
                                  "att",
                                  "det",
                                  "i",
                                  "en",
                                  "som",
                                  "på",
                                  "är",
                                  "av",
                                  "för",
                                  "med",
                                  "till",
                                  "den",
                                  "har",
                                  "inte",
                                  "om",
                                  "ett",
                                  "vi",
                                  "kommunen",
                                  "digital",
                                  "mognad",
                                  "förmåga",
                                  "verksamheten",
                                  "systemförvaltning",
                                  "kompetensförsörjning",
                                  "arbetssätt",
                                  "medarbetare",
                                  "ledningsgruppen",
                                  "informationssäkerhet",
                                  "49,5",
                                  "2025",
                                  "e-tjänster",
                                  "och/eller",
                                  "(enligt",
                                  "ovan)",
                                  "”mätningen”",
                                  "största",
                                  "skillnaden,",
                                  "åtgärder.",
                                  "invånarnas",
                                  "välfärdsteknik",
                                  "öppna",
                                  "data",
                                  "typ\u00A0C",
                                  "n\u00A0=\u00A0149",
                                  "upphandling",
                                  "äldre",
                                  "leverantörer",
                                  "förändring"};

/// Paragraphs of invented words, the same in every run.
class Paragraphs {
 public:
  std::string next(int least, int most) {
    std::string text;
    const int count = least + static_cast<int>(random_() % static_cast<unsigned>(most - least + 1));
    for (int i = 0; i < count; ++i) {
      if (i > 0) text += ' ';
      text += kWords[random_() % std::size(kWords)];
    }
    return text;
  }
  double width(double least, double most) {
    return least + (most - least) * static_cast<double>(random_() % 1000) / 1000;
  }

 private:
  std::mt19937 random_{20250917};
};

std::vector<Line> broken(const std::string& text, double width, LineOptions options = {}) {
  return break_lines(swedish(), {{text, body_style()}}, width, options);
}

std::string text_of(const Line& line) {
  std::string text;
  for (const GlyphRun& run : line.runs) text += run.text;
  return text;
}

void erase_all(std::string& text, const std::string& what) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) text.erase(at, what.size());
}

/// What remains when breaking is undone: no spaces, no soft hyphens.
std::string bare(std::string text) {
  erase_all(text, "\u00AD");
  erase_all(text, " ");
  erase_all(text, "\n");
  return text;
}

std::string bare(const std::vector<Line>& lines) {
  std::string all;
  for (const Line& line : lines) all += text_of(line);
  return bare(all);
}

std::string shown(const std::vector<Line>& lines) {
  std::string all;
  for (const Line& line : lines) all += text_of(line) + "\n";
  return all;
}

bool divided(const Line& line) { return text_of(line).ends_with("\u00AD"); }

double width_of(const std::string& text) { return swedish().width(text, body_style()); }

}  // namespace

TEST_CASE("Empty text gives no lines", "[text]") {
  CHECK(broken("", 100).empty());
  CHECK(broken("   ", 100).empty());
}

TEST_CASE("A text that fits is one line", "[text]") {
  const auto lines = broken("Digital mognad", 300);
  REQUIRE(lines.size() == 1);
  CHECK(text_of(lines.front()) == "Digital mognad");
  CHECK(lines.front().width == Approx(width_of("Digital mognad")));
}

TEST_CASE("No line is wider than the measure", "[text]") {
  Paragraphs random;
  for (int i = 0; i < 300; ++i) {
    const std::string text = random.next(3, 60);
    const double width = random.width(160, 420);
    for (const bool hyphenate : {true, false})
      for (const Line& line : broken(text, width, {.hyphenate = hyphenate, .balance = false})) {
        INFO(text << "\nline: " << text_of(line));
        CHECK(line.width <= width + 0.5);
      }
  }
}

TEST_CASE("All text is kept in its order", "[text]") {
  Paragraphs random;
  for (int i = 0; i < 300; ++i) {
    const std::string text = random.next(1, 60);
    for (const bool balance : {true, false})
      CHECK(bare(broken(text, random.width(120, 420), {.hyphenate = true, .balance = balance})) == bare(text));
  }
}

TEST_CASE("Words are a space apart, also over the end of a line, where it has no width", "[text]") {
  Paragraphs random;
  for (int i = 0; i < 100; ++i) {
    const auto lines = broken(random.next(5, 40), random.width(160, 420));
    for (const Line& line : lines) {
      const std::string text = text_of(line);
      const bool divided = text.ends_with("\u00AD") || text.ends_with('-') || text.ends_with('/');
      CHECK(text.find("  ") == std::string::npos);
      CHECK_FALSE(text.starts_with(' '));
      CHECK(text.ends_with(' ') == (&line != &lines.back() && !divided));
      double width = 0;
      for (const GlyphRun& run : line.runs) width += run.width;
      CHECK(line.width == Approx(width));
    }
  }
}

TEST_CASE("A line is as wide as its runs, which follow each other", "[text]") {
  Paragraphs random;
  const TextStyle strong = small_survey().loaded->theme.style(TextRole::body_strong);
  for (int i = 0; i < 50; ++i) {
    const std::vector<StyledSpan> spans{{random.next(2, 6) + " ", strong}, {random.next(5, 30), body_style()}};
    for (const Line& line : break_lines(swedish(), spans, 300)) {
      double end = 0;
      for (const GlyphRun& run : line.runs) {
        CHECK(run.origin.x == Approx(end).margin(1e-6));
        end += run.width;
      }
      CHECK(line.width == Approx(end).margin(1e-6));
    }
  }
}

TEST_CASE("Two hyphens never stand below each other where it can be avoided", "[text]") {
  Paragraphs random;
  int pairs = 0, lines_in_all = 0;
  for (int i = 0; i < 200; ++i) {
    const auto lines = broken(random.next(20, 60), random.width(250, 400));
    lines_in_all += static_cast<int>(lines.size());
    for (std::size_t k = 1; k < lines.size(); ++k) pairs += divided(lines[k - 1]) && divided(lines[k]);
  }
  REQUIRE(lines_in_all > 800);
  CHECK(pairs <= 2);
}

TEST_CASE("Without hyphenation no soft hyphen appears", "[text]") {
  Paragraphs random;
  for (int i = 0; i < 50; ++i)
    for (const Line& line : broken(random.next(10, 40), 200, {.hyphenate = false, .balance = false}))
      CHECK_FALSE(divided(line));
}

TEST_CASE("The last line is not divided", "[text]") {
  Paragraphs random;
  for (int i = 0; i < 100; ++i) CHECK_FALSE(divided(broken(random.next(5, 40), random.width(160, 420)).back()));
}

TEST_CASE("A no-break space is never broken", "[text]") {
  const std::string text =
      "resultatet är 49,5\u00A0% av bästa möjliga för n\u00A0=\u00A0149 personer av typ\u00A0C i mätningen";
  for (double width = 90; width < 400; width += 7) {
    const std::string all = shown(broken(text, width));
    INFO(all);
    for (const char* whole : {"49,5\u00A0%", "n\u00A0=\u00A0149", "typ\u00A0C"})
      CHECK(all.find(whole) != std::string::npos);
  }
}

TEST_CASE("A newline ends the line", "[text]") {
  const auto lines = broken("Kommun\nAndra mätningen", 400);
  REQUIRE(lines.size() == 2);
  CHECK(text_of(lines[0]) == "Kommun ");
  CHECK(text_of(lines[1]) == "Andra mätningen");
}

TEST_CASE("A newline ends the line whatever spaces stand around it", "[text]") {
  for (const char* text : {"ett \ntvå", "ett\n två", "ett \n två"}) {
    INFO(text);
    CHECK(broken(text, 400).size() == 2);
  }
}

TEST_CASE("Balanced lines are of similar length", "[text]") {
  Paragraphs random;
  for (int i = 0; i < 200; ++i) {
    const std::string text = random.next(6, 12);
    const auto lines = broken(text, 330, {.hyphenate = false, .balance = true});
    const auto filled = broken(text, 330, {.hyphenate = false, .balance = false});
    INFO(shown(lines));
    CHECK(lines.size() == filled.size());
    if (lines.size() != 2) continue;
    // Moving one word could not make two lines more even than the longest word is wide.
    CHECK(std::abs(lines[0].width - lines[1].width) <= width_of("kompetensförsörjning ") + 1);
    CHECK(std::max(lines[0].width, lines[1].width) <= std::max(filled[0].width, filled[1].width) + 0.5);
  }
}

TEST_CASE("The last line is no lone short word where another can stand with it", "[text]") {
  Paragraphs random;
  for (int i = 0; i < 300; ++i) {
    const double width = random.width(200, 420);
    const auto lines = broken(random.next(6, 50), width, {.hyphenate = false, .balance = false});
    if (lines.size() < 2) continue;
    const std::string last = text_of(lines.back());
    const std::string before = text_of(lines[lines.size() - 2]);
    if (last.find(' ') != std::string::npos || lines.back().width > 0.5 * width) continue;
    // The word before could come down, unless the line above would then be half empty.
    const std::size_t space = before.rfind(' ');
    const double left_above = space == std::string::npos ? 0 : width_of(before.substr(0, space));
    INFO(shown(lines));
    CHECK(left_above < 0.45 * width);
  }
}

TEST_CASE("The same text is broken the same way twice", "[text]") {
  Paragraphs random;
  const std::string text = random.next(40, 40);
  CHECK(shown(broken(text, 300)) == shown(broken(text, 300)));
}

TEST_CASE("A style's change inside a word is no place to break", "[text]") {
  const TextStyle strong = small_survey().loaded->theme.style(TextRole::body_strong);
  for (double width = 60; width < 200; width += 5) {
    const std::vector<StyledSpan> spans{
        {"Detta är ", body_style()}, {"starkast", strong}, {"; resten följer", body_style()}};
    const auto lines = break_lines(swedish(), spans, width, {.hyphenate = false, .balance = false});
    INFO(shown(lines));
    CHECK(shown(lines).find("starkast;") != std::string::npos);
  }
}

TEST_CASE("A word that is too wide stands alone and says how wide it is", "[text]") {
  const auto lines = broken("a kompetensförsörjning b", 50, {.hyphenate = false, .balance = false});
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].width > 50);
}

TEST_CASE("A word that is too wide is divided where it may be", "[text]") {
  for (const Line& line : broken("kompetensförsörjning", 70)) CHECK(line.width <= 70.5);
}
