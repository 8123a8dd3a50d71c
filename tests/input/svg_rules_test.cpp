#include "input/svg_rules.h"

#include <catch2/catch.hpp>

#include "input/reading.h"

using namespace mognad;
using namespace mognad::test;

namespace {

Problems offences(const std::string& text) { return check_svg(text, "a.svg"); }

std::string whole(const std::string& inside) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\">" + inside + "</svg>";
}

}  // namespace

TEST_CASE("Shapes, gradients and references inside the file are allowed", "[input]") {
  for (const char* inside : {"<path d=\"M0 0L9 9\" style=\"fill:url(#a)\"/>", "<use href='#a'/>",
                             "<use xlink:href = \"#a\"/>", "<rect fill=\"url( '#a' )\"/>", "<!-- <script/> -->",
                             "<metadata><rdf:RDF rdf:about=\"http://a.b\"/></metadata>",
                             "<style><![CDATA[.a{fill:#fff}]]></style>", "<g data-note=\"a > b\"/>"}) {
    INFO(inside);
    CHECK(offences(whole(inside)).empty());
  }
  CHECK(offences("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
                 "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n" +
                 whole(""))
            .empty());
}

TEST_CASE("What is fetched, run or set in a font is refused", "[input]") {
  const std::pair<const char*, const char*> cases[] = {
      {"<script>alert(1)</script>", "<script>"},
      {"<SCRIPT/>", "<script>"},
      {"<svg:script/>", "<script>"},
      {"<rect onclick=\"x()\"/>", "a script in an attribute"},
      {"<image href=\"a.png\"/>", "<image>"},
      {"<feImage href=\"#a\"/>", "<feimage>"},
      {"<foreignObject/>", "<foreignobject>"},
      {"<text>A</text>", "<text>"},
      {"<use href=\"b.svg#a\"/>", "a reference to something outside the file"},
      {"<use\nxlink:href\n=\n'file:///etc/passwd'/>", "a reference to something outside the file"},
      {"<a href=\"https://a.b\"/>", "a reference to something outside the file"},
      {"<use href=\"&#104;ttp://a.b\"/>", "a reference to something outside the file"},
      {"<rect fill=\"URL(http://a.b#c)\"/>", "a reference to something outside the file"},
      {"<style>@import 'a.css';</style>", "a style sheet outside the file"},
      {"<?xml-stylesheet href=\"a.css\"?>", "a style sheet outside the file"},
  };
  for (const auto& [inside, what] : cases) {
    INFO(inside);
    const Problems found = offences(whole(inside));
    CHECK(problem_with(found, std::string("the logo holds ") + what).place.line == 1 + (inside[4] == '\n'));
    for (const Problem& problem : found) CHECK(actionable(problem));
  }
}

TEST_CASE("Entities are refused, whatever they stand for", "[input]") {
  for (const char* head : {"<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
                           "<!DOCTYPE svg [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]>", "<!ENTITY a \"b\">"}) {
    INFO(head);
    CHECK(count_problems(offences(head + whole("&a;")), "declarations of its own") == 1);
  }
}

TEST_CASE("Text in another encoding is refused, for it could hide the rest", "[input]") {
  CHECK(count_problems(offences("<?xml version='1.0' encoding='UTF-16'?>" + whole("")), "not UTF-8") == 1);
  CHECK(count_problems(offences("\xEF\xBB\xBF<?xml version='1.0' encoding='latin1'?>" + whole("")), "not UTF-8") == 1);
  CHECK(count_problems(offences(std::string("\xFF\xFE<\0s\0", 6)), "not UTF-8") == 1);
  CHECK(offences(whole("<desc>encoding</desc>")).empty());
}

TEST_CASE("Every kind of offence is told once, with its line and column", "[input]") {
  const Problems found = offences(whole("\n<text/>\n <image href='x'/><text/>"));
  REQUIRE(found.size() == 3);
  CHECK(found[0].place == Place{"a.svg", 2, 1});
  CHECK(found[1].place == Place{"a.svg", 3, 2});
  CHECK(found[2].place == Place{"a.svg", 3, 9});
}

TEST_CASE("Markup that ends anywhere is read to its end", "[input]") {
  const std::string text =
      "<?xml version='1.0'?><!DOCTYPE svg><svg a='b'><!-- c --><![CDATA[d]]><use href='#e'/></svg>";
  for (std::size_t length = 0; length <= text.size(); ++length) offences(text.substr(0, length));
  SUCCEED("no end is too early");
}
