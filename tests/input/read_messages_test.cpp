#include "input/read_messages.h"

#include <catch2/catch.hpp>

#include "files/memory_files.h"
#include "input/html_fragment.h"
#include "input/reading.h"
#include "report/message_pieces.h"
#include "support/sample.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const std::vector<LanguageTag> kBoth{"sv", "en"};

const char* const kShort = R"([report]
subject = "{survey} {year}"
text = "Hej[ {recipient}]!"
html = "<h1>{survey}</h1><p>Hej[ {recipient}]!</p>"
[erratum]
subject = "Rättad: {survey}"
text = "{change} Ersätter utgåva {replaced_edition}."
[letter]
subject = "{survey}"
text = "Med brevet följer rapporten."
)";

Result<MessageTemplates> read(const std::string& text) {
  return read_messages("a.toml", kBoth, MemoryFiles({{"a.toml", text}}));
}

Problems wrong(const std::string& from, const std::string& to) {
  const auto result = read(replaced(kShort, from, to));
  INFO(from << " → " << to);
  CHECK_FALSE(result);
  for (const Problem& problem : result.problems) {
    INFO(to_text(problem));
    CHECK(problem.place.file == "a.toml");
    CHECK(problem.place.line > 0);
    CHECK(actionable(problem));
  }
  return result.problems;
}

Problems wrong_html(const std::string& html) {
  return read_html_fragment(html, {"a.toml", 4, 8}, "report.html").problems;
}

void check_refused(const std::string& html, const std::string& because) {
  INFO(html);
  const Problems problems = wrong_html(html);
  INFO(all_text(problems));
  CHECK(count_problems(problems, because) >= 1);
}

}  // namespace

TEST_CASE("The delivered messages are read in every language without a problem", "[input][mail]") {
  const auto result = read(source_file("templates/messages.toml"));
  INFO(all_text(result.problems));
  REQUIRE(result);
  CHECK(result.problems.empty());
  for (const MessageTemplate* message : {&result->report, &result->erratum, &result->letter})
    for (const LanguageTag& tag : kBoth) {
      CHECK(message->subject.has(tag));
      CHECK(message->text.in(tag).find("{sender}") != std::string::npos);
    }
  CHECK(result->report.style.find("max-width") != std::string::npos);
  CHECK(result->letter.style.empty());
}

TEST_CASE("A language of the survey that a message lacks is an error", "[input][mail]") {
  const Problems problems = wrong("subject = \"{survey} {year}\"", "subject.sv = \"{survey}\"");
  CHECK(count_problems(problems, "'report.subject' has no text in language 'en'") == 1);
}

TEST_CASE("A placeholder that nobody knows is an error with its place and the nearest name", "[input][mail]") {
  const Problem problem = problem_with(wrong("{survey} {year}", "{survay} {year}"), "unknown placeholder 'survay'");
  CHECK(problem.place.line == line_of(kShort, "{survey} {year}"));
  CHECK(problem.hint == "did you mean 'survey'?");
  CHECK(count_problems(wrong("<h1>{survey}", "<h1>{recipent}"), "unknown placeholder") == 1);
}

TEST_CASE("A placeholder that may be empty stands in brackets", "[input][mail]") {
  CHECK(count_problems(wrong("Hej[ {recipient}]!\"\nhtml", "Hej {recipient}!\"\nhtml"), "outside brackets") == 1);
  CHECK(count_problems(wrong("{survey} {year}", "{change}"), "outside brackets") == 1);
  CHECK(count_problems(wrong("följer rapporten", "följer {attachments}"), "outside brackets") == 1);
}

TEST_CASE("A correction says what has changed and what it replaces", "[input][mail]") {
  CHECK(count_problems(wrong("{change} ", ""), "doesn't say {change}") == 1);
  CHECK(count_problems(wrong("utgåva {replaced_edition}", "den förra"), "doesn't say {replaced_edition}") == 1);
}

TEST_CASE("Braces and brackets that don't close are errors, doubled ones are signs", "[input][mail]") {
  CHECK(count_problems(wrong("{survey} {year}", "{survey {year}"), "is not closed") == 1);
  CHECK(count_problems(wrong("{survey} {year}", "survey} {year}"), "stands alone") == 1);
  CHECK(count_problems(wrong("Hej[ {recipient}]!\"\nhtml", "Hej[ {recipient}!\"\nhtml"), "never closed") == 1);
  CHECK(count_problems(wrong("Hej[ {recipient}]!\"\nhtml", "Hej[ du]!\"\nhtml"), "leave out nothing") == 1);
  CHECK(count_problems(wrong("Hej[ {recipient}]!\"\nhtml", "[a [{role}] {role}]\"\nhtml"), "in brackets") >= 1);
  CHECK(count_problems(wrong("Hej[ {recipient}]!\"\nhtml", "[{role}\\nx]\"\nhtml"), "a line ends inside") == 1);
  const auto doubled = read(replaced(kShort, "{survey} {year}", "{{x}} [[y]]"));
  REQUIRE(doubled);
  CHECK(fill_message(doubled->report.subject.in("sv"), {}, MessageForm::text) == "{x} [y]");
}

TEST_CASE("A subject holds no line break and a text no character that can't be seen", "[input][mail]") {
  CHECK(count_problems(wrong("{survey} {year}", "{survey}\\r\\nBcc: x@y.example"), "'report.subject' holds U+000D") ==
        1);
  CHECK(count_problems(wrong("{survey} {year}", "{survey}\\nBcc: x@y.example"), "holds a line break") == 1);
  CHECK(count_problems(wrong("Hej[", "\\u202EHej["), "'report.text' holds U+202E") == 1);
  CHECK(count_problems(wrong("Med brevet följer rapporten.", "\\n \\n"), "says nothing") == 1);
}

TEST_CASE("An unknown key is an error, and a letter has no HTML", "[input][mail]") {
  CHECK(count_problems(wrong("[letter]", "[letter]\nhtml = \"<p>x</p>\""), "unknown key 'letter.html'") == 1);
  CHECK(count_problems(wrong("[letter]", "[leter]"), "'letter' is missing") == 1);
}

TEST_CASE("HTML is written anew with what is known to be harmless", "[input][mail]") {
  const auto html = read_html_fragment(
      "<h1>A &amp; <em>B</em></h1><!-- x --><p>1 &lt; 2<br/><a href='https://a.example/?b=1&amp;c=2'>läs</a></p>\n"
      "<ul><li><strong>ett</strong></li></ul><h2>C</h2><p><![CDATA[<script>]]></p>",
      {"a.toml", 1, 1}, "report.html");
  INFO(all_text(html.problems));
  REQUIRE(html);
  CHECK(*html ==
        "<h1>A &amp; <em>B</em></h1><p>1 &lt; 2<br><a href=\"https://a.example/?b=1&amp;c=2\">läs</a></p>\n"
        "<ul><li><strong>ett</strong></li></ul><h2>C</h2><p>&lt;script&gt;</p>");
}

TEST_CASE("HTML that isn't well-formed, or more than text, is refused with its line", "[input][mail]") {
  check_refused("<h1>A</h1>\n<p>b", "is not well-formed");
  check_refused("<h1>A</h1>\n<p>b", "on line 2 of it");
  check_refused("<h1>A</h1></body><script/><body>", "is not well-formed");
  check_refused("<h1>A</h1><p>a&nbsp;b</p>", "is not well-formed");
  check_refused("<!DOCTYPE x [<!ENTITY a \"b\">]><h1>&a;</h1>", "is not well-formed");
  for (const char* element :
       {"script", "img", "style", "iframe", "svg", "form", "link", "table", "body", "SCRIPT", "x:p"})
    check_refused(fmt::format("<h1>A</h1><p><{}></{}></p>", element, element),
                  element == std::string("x:p") ? "x:p" : "element");
  for (const char* attribute : {"onclick", "style", "class", "src", "xmlns", "href"})
    check_refused(fmt::format("<h1>A</h1><p {}=\"x\">a</p>", attribute), "has the attribute");
  check_refused("<h1>A</h1><p><a href=\"https://a.example\" onclick=\"x\">a</a></p>", "has the attribute 'onclick'");
}

TEST_CASE("A link leads to an address that the template names", "[input][mail]") {
  for (const char* address : {"javascript:x", "http://a.example", "data:text/html,x", "//a.example",
                              "https://a/{sender}", "mailto:a@b.example\n", "https://a/ b", "HTTPS://a.example"}) {
    check_refused(fmt::format("<h1>A</h1><p><a href=\"{}\">a</a></p>", address), "has a link to");
  }
  check_refused("<h1>A</h1><p><a>a</a></p>", "without an address");
  check_refused("<h1>A</h1><p><a href=\"mailto:a@b.example\"><em><a href=\"mailto:a@b.example\">a</a></em></a></p>",
                "a link in a link");
}

TEST_CASE("Elements stand where HTML has a place for them", "[input][mail]") {
  check_refused("<p>A</p>", "has 0 headings <h1>");
  check_refused("<h1>A</h1><h1>B</h1>", "has 2 headings <h1>");
  check_refused("<h2>A</h2><h1>B</h1>", "has <h2> before <h1>");
  check_refused("<h1>A</h1><p><p>b</p></p>", "has <p> in <p>");
  check_refused("<h1>A</h1><li>b</li>", "has <li> in <body>");
  check_refused("<h1>A</h1>text", "has text in <body>");
  check_refused("<h1>A</h1><ul>text</ul>", "has text in <ul>");
  check_refused("<h1>A</h1><p><br>x</br></p>", "has text in <br>");
  std::string deep = "<h1>A</h1>";
  for (int i = 0; i < 2000; ++i) deep += "<ul><li>";
  check_refused(deep, "nested deeper");
}

TEST_CASE("The style of messages has no colours and fetches nothing", "[input][mail]") {
  const auto styled = [](const std::string& line) { return read(std::string(kShort) + "[style]\n" + line + "\n"); };
  const auto good = styled("h1 = \"font-size: 1.5em; margin: 0 auto\"");
  REQUIRE(good);
  CHECK(good->erratum.style == "h1 { font-size: 1.5em; margin: 0 auto }\n");
  CHECK(count_problems(styled("p = \"color: red\"").problems, "the property 'color'") == 1);
  CHECK(count_problems(styled("p = \"margin: 0 } * { x: y\"").problems, "no plain value") == 1);
  CHECK(count_problems(styled("p = \"font-family: url(https://a.example)\"").problems, "no plain value") == 1);
  CHECK(count_problems(styled("p = \"margin: </style>\"").problems, "no plain value") == 1);
  CHECK(count_problems(styled("p = \"margin\"").problems, "no plain value") == 1);
  CHECK(count_problems(styled("img = \"margin: 0\"").problems, "no message has the element 'img'") == 1);
}
