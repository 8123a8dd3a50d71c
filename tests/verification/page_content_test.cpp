#include "verification/page_content.h"

#include <catch2/catch.hpp>

#include "support/defects.h"
#include "verification/content_lexer.h"
#include "verification/made_document.h"
#include "verification/page_text.h"

using namespace mognad::test;
using namespace mognad::verification;

namespace {

PageContent content_of(const std::string& stream, const std::vector<std::string>& forms = {}) {
  return read_contents(made_document(stream, forms)).front();
}

std::string first_string(const std::string& stream) {
  ContentLexer lexer(stream);
  return string_bytes(lexer.next());
}

}  // namespace

TEST_CASE("Strings of a content stream come out with their escapes resolved", "[verification][page_content]") {
  CHECK(first_string("(a\\(b\\)c)") == "a(b)c");
  CHECK(first_string("(a(b)c)") == "a(b)c");
  CHECK(first_string("(\\101\\n\\\\)") == "A\n\\");
  CHECK(first_string("(a\\\r\nb)") == "ab");
  CHECK(first_string("<41 42>") == "AB");
  CHECK(name_text({Token::Kind::name, "A#20B"}) == "A B");
}

TEST_CASE("Damaged words of a content stream are faults", "[verification][page_content]") {
  for (const char* damaged : {"(abc", "<41", "<4x>", "<414>", ")", "}", "1.2.3", "--4"}) {
    INFO(damaged);
    ContentLexer lexer(damaged);
    CHECK(lexer.next().kind == Token::Kind::fault);
  }
}

TEST_CASE("Marks know what stands around them and what is shown inside", "[verification][page_content]") {
  const PageContent content = content_of(
      "/P <</MCID 3 /Lang (sv)>> BDC BT /Span BMC (a) Tj EMC [(b) 5 (c)] TJ ET EMC /Artifact BMC 0 0 5 5 re f EMC");
  REQUIRE(content.marks.size() == 3);
  CHECK(content.marks[0].mcid == 3);
  CHECK(content.marks[1].parent == 0);
  REQUIRE(content.shown.size() == 3);
  CHECK(content.shown[0].mark == 1);
  CHECK(content.shown[2].mark == 0);
  CHECK(content.shown[2].codes == "c");
  CHECK(mcid_of(content, 1) == 3);
  CHECK_FALSE(is_artifact(content, 1));
  REQUIRE(content.painted.size() == 1);
  CHECK(is_artifact(content, content.painted[0].mark));
  CHECK(text_of(*content.marks[0].properties["Lang"].string()) == "sv");
  CHECK(content.faults.empty());
}

TEST_CASE("Invisible text is known, and q and Q bring the rendering mode back", "[verification][page_content]") {
  const PageContent content = content_of("q BT 3 Tr (a) Tj ET Q BT (b) Tj ET");
  REQUIRE(content.shown.size() == 2);
  CHECK(content.shown[0].rendering == 3);
  CHECK(content.shown[1].rendering == 0);
  CHECK(content.deepest_nesting == 1);
}

TEST_CASE("Operators stand where figure 9 of ISO 32000-1 has them", "[verification][page_content]") {
  for (const char* wrong : {"BT q Q ET",
                            "BT 1 0 0 1 0 0 cm ET",
                            "BT /X3 Do ET",
                            "BT 0 0 1 1 re f ET",
                            "BT BI /W 1 ID x EI ET",
                            "f",
                            "S",
                            "n",
                            "W n",
                            "1 1 l S",
                            "h S",
                            "0 0 m 1 1 l",
                            "0 0 1 1 re q f Q",
                            "0 0 1 1 re 1 g f",
                            "0 0 1 1 re BT ET f",
                            "0 0 1 1 re W",
                            "0 0 1 1 re W 2 2 l n",
                            "0 0 1 1 re W W n",
                            "0 0 1 1 re /P BMC EMC f",
                            "1 2 Td",
                            "T*",
                            "1 0 0 1 0 0 Tm"}) {
    INFO(wrong);
    CHECK_FALSE(content_of(wrong, {""}).faults.empty());
  }
  for (const char* right : {"BT 1 g /P BMC 0 Tc (a) Tj EMC 2 w 1 2 Td T* ET", "0 0 m 1 1 l 2 2 m 0 0 1 1 re h W* n",
                            "q 1 0 0 1 0 0 cm /X3 Do Q", "1 Tc BT ET", "0 0 1 1 re B* 0 0 1 1 re b"}) {
    INFO(right);
    CHECK(content_of(right, {""}).faults.empty());
  }
}

TEST_CASE("What is not balanced, unknown or missing is told", "[verification][page_content]") {
  CHECK_FALSE(content_of("EMC").faults.empty());
  CHECK_FALSE(content_of("/P BMC").faults.empty());
  CHECK_FALSE(content_of("Q").faults.empty());
  CHECK_FALSE(content_of("q").faults.empty());
  CHECK_FALSE(content_of("BT").faults.empty());
  CHECK_FALSE(content_of("ET").faults.empty());
  CHECK_FALSE(content_of("1 2 m 3 l").faults.empty());
  CHECK_FALSE(content_of("/P BMC BT EMC ET").faults.empty());
  CHECK_FALSE(content_of("(a) Tj").faults.empty());
  CHECK_FALSE(content_of("1 2 3").faults.empty());
  CHECK(content_of("1 2 foo").unknown == std::vector<std::string>{"foo"});
  CHECK(content_of("/G1 gs").missing == std::vector<std::string>{"ExtGState G1"});
  CHECK(content_of("BX 1 foo EX").unknown.size() == 1);
}

TEST_CASE("An inline image is passed over", "[verification][page_content]") {
  const PageContent content = content_of("BI /W 2 /H 1 /BPC 8 /CS /G ID \x01\xFF EI 0 0 1 1 re f");
  REQUIRE(content.painted.size() == 2);
  CHECK(content.painted[0].what == "BI");
  CHECK(content.painted[0].inline_image["W"].integer_or(0) == 2);
  CHECK(content.faults.empty());
  CHECK_FALSE(content_of("BI /W 2 ID abc").faults.empty());
}

TEST_CASE("A form's content is part of the page that paints it", "[verification][page_content]") {
  const PageContent content = content_of("/P <</MCID 1>> BDC /X3 Do EMC", {"0 0 1 1 re f /Span BMC EMC"});
  REQUIRE(content.painted.size() == 2);
  CHECK(content.painted[0].object == 3);
  CHECK(content.painted[1].form == 3);
  CHECK(mcid_of(content, content.painted[1].mark) == 1);
  REQUIRE(content.marks.size() == 2);
  CHECK(content.marks[1].form == 3);
}

TEST_CASE("A form that paints itself is read once", "[verification][page_content]") {
  CHECK(content_of("/X3 Do", {"/X3 Do /X4 Do", "/X3 Do"}).painted.size() == 4);
}

TEST_CASE("Forms and marks nested without end are given up", "[verification][page_content]") {
  std::vector<std::string> forms;
  for (int i = 0; i < 50; ++i) forms.push_back("/X" + std::to_string(i + 4) + " Do");
  CHECK_FALSE(content_of("/X3 Do", forms).faults.empty());
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "/P BMC ";
  CHECK(content_of(deep).marks.size() < 1000);
  std::string brackets = "/P ";
  for (int i = 0; i < 100'000; ++i) brackets += "[";
  CHECK_FALSE(content_of(brackets + " BDC").faults.empty());
}

TEST_CASE("A content stream cut or damaged anywhere is read to its end", "[verification][page_content]") {
  const std::string whole =
      "/P <</MCID 3 /Lang (sv)>> BDC BT /F0 9 Tf [(b) 5 <63>] TJ ET EMC BI /W 2 ID xx EI q 1 0 0 1 0 0 cm Q";
  for (std::size_t i = 0; i < whole.size(); ++i) {
    (void)content_of(whole.substr(0, i));
    for (const char c : {'<', '>', '(', ')', '[', ']', '/', '%', '\0', 'E'}) {
      std::string damaged = whole;
      damaged[i] = c;
      (void)content_of(damaged);
    }
  }
  SUCCEED("nothing crashed");
}

TEST_CASE("The text of a page is what its content shows, mark by mark", "[verification][page_content]") {
  const Document document = Document::read(good_file());
  const std::vector<PageContent> contents = read_contents(document);
  const Fonts fonts = Fonts::read(document);
  const TagTree tree;
  const ReadFile file{document, contents, fonts, tree};
  std::string text;
  for (std::size_t page = 0; page < contents.size(); ++page) text += page_text(file, page, Artifacts::included);
  CHECK(text.find("organisationen") != std::string::npos);
  CHECK(text.find("ä") != std::string::npos);
  CHECK(text.find("\xEF\xBF\xBD") == std::string::npos);
  CHECK(page_text(file, contents.size(), Artifacts::included).empty());
  CHECK(page_text(file, 1, Artifacts::left_out).size() < page_text(file, 1, Artifacts::included).size());
}

TEST_CASE("ActualText stands in a page's text for what it replaces", "[verification][page_content]") {
  const Document document = made_document(
      "/Span <</ActualText (whole)>> BDC BT (x) Tj ET /Span <</ActualText (part)>> BDC BT (y) Tj ET EMC EMC");
  const std::vector<PageContent> contents = read_contents(document);
  const Fonts fonts;
  const TagTree tree;
  CHECK(page_text({document, contents, fonts, tree}, 0, Artifacts::included) == "whole\n");
}
