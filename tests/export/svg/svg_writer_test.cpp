#include "export/svg/svg_writer.h"

#include <catch2/catch.hpp>

#include <regex>

#include "support/dump.h"
#include "support/figures.h"
#include "support/programs.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const FontSet& fonts() { return small_survey().loaded->fonts; }

std::string svg_of(const Picture& picture) { return write_svg(picture, {"t", "d", "sv", ""}, fonts()); }

std::string replaced_all(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

std::string unescaped(std::string text) {
  for (const auto& [from, to] :
       {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
    text = replaced_all(std::move(text), from, to);
  return text;
}

/// What the elements of that name hold, without the tags inside.
std::vector<std::string> contents(const std::string& svg, const std::string& name) {
  const std::regex element("<" + name + R"((?: [^>]*)?>([\s\S]*?)</)" + name + ">");
  std::vector<std::string> found;
  for (std::sregex_iterator i(svg.begin(), svg.end(), element), end; i != end; ++i)
    found.push_back(unescaped(std::regex_replace((*i)[1].str(), std::regex("<[^>]*>"), "")));
  return found;
}

/// The numbers of an attribute, wherever it stands in elements of that name.
std::vector<double> numbers(const std::string& svg, const std::string& name, const std::string& attribute) {
  const std::regex element("<" + name + " (?:[^>]* )?" + attribute + "=\"([^\"]*)\"");
  std::vector<double> found;
  for (std::sregex_iterator i(svg.begin(), svg.end(), element), end; i != end; ++i)
    found.push_back(std::stod((*i)[1].str()));
  return found;
}

Picture with_text(const std::string& text, TextRole role = TextRole::chart, Point at = {10, 20}) {
  Picture picture{{200, 50}, {}};
  GlyphRun run = small_survey().voice("sv").shaper.run(text, small_survey().loaded->theme.style(role));
  run.origin = at;
  picture.items.emplace_back(std::move(run));
  return picture;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("Every text of a figure is text in its SVG, in the same order", "[svg]") {
  each_figure([](const SingleFigure& single, const LanguageTag& tag) {
    std::vector<std::string> expected;
    for (const PlacedText& text : placed_texts(picture_of(single.figure, tag)))
      if (!text.run.glyphs.empty()) expected.push_back(replaced_all(text.run.text, "\u00AD", "-"));
    CHECK(contents(svg_of(single, tag), "text") == expected);
    CHECK_FALSE(expected.empty());
  });
}

TEST_CASE("Every SVG of a report is well-formed XML", "[svg]") {
  if (!is_installed("xmllint")) return;
  const ScratchFolder folder("svg");
  int count = 0;
  each_figure([&](const SingleFigure& single, const LanguageTag& tag) {
    folder.write(tag + std::to_string(single.number) + ".svg", svg_of(single, tag));
    ++count;
  });
  CHECK(count >= 20);
  CHECK(said_by("xmllint --noout --nonet " + folder.path("*.svg")) == "status 0\n");
}

TEST_CASE("An SVG has a title, a description and a language, and says first that the data are an example", "[svg]") {
  const SvgOptions options{"A <b> & \"c\"", "It shows\u00A0that 1 < 2.", "en-GB", "Example data: simulated answers"};
  const std::string svg = write_svg(with_text("x"), options, fonts());
  CHECK(contents(svg, "title") == std::vector<std::string>{options.title});
  CHECK(contents(svg, "desc") == std::vector<std::string>{options.notice + "\n" + options.description});
  CHECK(holds(svg, " role=\"img\""));
  CHECK(holds(svg, " xml:lang=\"en-GB\""));
  CHECK(svg.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""));
}

TEST_CASE("Signs of XML are escaped and what XML can't hold is replaced", "[svg]") {
  CHECK(xml_text("a<b>&\"'å\u00A0😀") == "a&lt;b&gt;&amp;&quot;&#39;å\u00A0😀");
  CHECK(xml_text(std::string("a\0b\x01\x1F", 5)) == "a\uFFFDb\uFFFD\uFFFD");
  CHECK(xml_text("\t\n") == "\t\n");
  CHECK(xml_text("\xC3") == "\uFFFD");
  CHECK(xml_text("\xC0\x80") == "\uFFFD\uFFFD");
  CHECK(xml_text("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
  CHECK(xml_text("\xEF\xBF\xBF") == "\uFFFD\uFFFD\uFFFD");
  CHECK(xml_text("\xF4\x90\x80\x80z") == "\uFFFD\uFFFD\uFFFD\uFFFDz");
}

TEST_CASE("A font is named by family, weight and slope, whatever its name is", "[svg]") {
  CHECK(holds(svg_of(with_text("x")), "<svg xmlns=\"http://www.w3.org/2000/svg\""));
  CHECK(holds(svg_of(with_text("x")), "font-family=\"&#39;Lato&#39;, sans-serif\""));
  CHECK_FALSE(holds(svg_of(with_text("x")), "font-weight"));
  CHECK(holds(svg_of(with_text("x", TextRole::chart_strong)), " font-weight=\"600\""));
  CHECK(holds(svg_of(with_text("x", TextRole::figure_title)), " font-weight=\"700\""));
  FontSet odd = fonts();
  odd[0].family = "O'Brien \"Sans\" & <Co>";
  odd[0].italic_angle = -12;
  const std::string svg = write_svg(with_text("x"), {}, odd);
  CHECK(holds(svg, R"(font-family="&#39;O\&#39;Brien &quot;Sans&quot; &amp; &lt;Co&gt;&#39;, sans-serif")"));
  CHECK(holds(svg, " font-style=\"italic\""));
}

TEST_CASE("Each word stands where the display list has it", "[svg]") {
  const Picture picture = with_text("Digital förmåga 2025");
  const auto& run = std::get<GlyphRun>(picture.items[0]);
  const TextStyle& style = small_survey().loaded->theme.style(TextRole::chart);
  Shaper& shaper = small_survey().voice("sv").shaper;
  const std::string svg = svg_of(picture);
  const auto x = numbers(svg, "tspan", "x");
  const auto width = numbers(svg, "tspan", "textLength");
  REQUIRE(x.size() == 3);
  REQUIRE(width.size() == 3);
  CHECK(x[0] == Approx(10).margin(0.006));
  CHECK(x[1] == Approx(10 + shaper.width("Digital ", style)).margin(0.006));
  CHECK(x[2] + width[2] == Approx(10 + run.width).margin(0.011));
  CHECK(width[1] == Approx(shaper.width("förmåga", style)).margin(0.006));
}

TEST_CASE("A single word needs no parts, and tracking is kept", "[svg]") {
  const std::string svg = svg_of(with_text("förmåga", TextRole::message));
  const TextStyle& style = small_survey().loaded->theme.style(TextRole::message);
  CHECK_FALSE(holds(svg, "<tspan"));
  REQUIRE(style.tracking != 0);
  CHECK(numbers(svg, "text", "letter-spacing") == std::vector<double>{style.tracking});
  CHECK(numbers(svg, "text", "textLength").front() ==
        Approx(small_survey().voice("sv").shaper.width("förmåga", style)).margin(0.006));
}

TEST_CASE("Spaces at the ends of a run are kept without a place of their own", "[svg]") {
  const std::string svg = svg_of(with_text(" a b "));
  CHECK(contents(svg, "text") == std::vector<std::string>{" a b "});
  CHECK(numbers(svg, "tspan", "x").size() == 2);
  CHECK(contents(svg_of(with_text("")), "text").empty());
}

TEST_CASE("A hyphen at the end of a line is seen", "[svg]") {
  CHECK(contents(svg_of(with_text("kompetens\u00AD")), "text") == std::vector<std::string>{"kompetens-"});
}

TEST_CASE("Numbers are short and have a point", "[svg]") {
  Picture picture{{100, 50}, {}};
  picture.items.emplace_back(straight_line(
      {1.0 / 3, -0.001}, {100, 12.5}, {.colour = {1, 2, 255}, .width = 1.5, .cap = Cap::round, .dash = {2, 2.25}}));
  const std::string svg = svg_of(picture);
  CHECK(holds(svg,
              "<path d=\"M0.33 0L100 12.5\" fill=\"none\" stroke=\"#0102FF\" stroke-width=\"1.5\" "
              "stroke-linecap=\"round\" stroke-dasharray=\"2 2.25\"/>"));
  CHECK(holds(svg, "width=\"100pt\" height=\"50pt\" viewBox=\"0 0 100 50\""));
}

TEST_CASE("Tags leave no trace, and the ground is painted", "[svg]") {
  Picture plain = with_text("x");
  Picture tagged = plain;
  tagged.items.insert(tagged.items.begin(), TagBegin{7});
  tagged.items.emplace_back(TagEnd{});
  CHECK(svg_of(tagged) == svg_of(plain));
  CHECK(holds(svg_of(plain), "<rect width=\"200\" height=\"50\" fill=\"#FFFFFF\"/>"));
}

TEST_CASE("One figure of each chart is as it was", "[svg]") {
  for (const LanguageTag tag : kLanguages) {
    const auto figures = one_of_each_chart(tag);
    for (std::size_t i = 0; i < figures.size(); ++i) {
      INFO(kChartNames[i] << " in " << tag);
      REQUIRE_FALSE(figures[i].figure.title.empty());
      check_reference("figures/" + std::string(kChartNames[i]) + "-" + tag + ".svg", svg_of(figures[i], tag));
    }
  }
}
