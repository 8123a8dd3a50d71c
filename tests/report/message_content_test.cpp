#include "report/message_content.h"

#include <catch2/catch.hpp>

#include "base/code_point.h"
#include "files/memory_files.h"
#include "input/html_fragment.h"
#include "input/read_messages.h"
#include "input/read_template.h"
#include "report/message_blocks.h"
#include "report/message_values.h"
#include "support/dump.h"
#include "support/property.h"
#include "support/sample.h"

using namespace mognad;
using namespace mognad::test;

namespace {

Language language_of(const LanguageTag& tag) {
  const std::string text = source_file("templates/languages/" + tag + ".toml");
  return *read_language("a.toml", MemoryFiles({{"a.toml", text}}));
}

const Words& words_of(const LanguageTag& tag) {
  static const Language swedish = language_of("sv"), english = language_of("en");
  static const Words in_swedish(swedish), in_english(english);
  return tag == "sv" ? in_swedish : in_english;
}

const MessageTemplates& delivered() {
  static const MessageTemplates messages =
      *read_messages("a.toml", {"sv", "en"}, MemoryFiles({{"a.toml", source_file("templates/messages.toml")}}));
  return messages;
}

LocalText in_every(const std::string& text) { return std::map<LanguageTag, std::string>{{LocalText::kEvery, text}}; }

Survey survey_with_mail() {
  Survey survey;
  survey.name = LocalText({{"sv", "Digital mognad"}, {"en", "Digital maturity"}});
  survey.year = 2025;
  survey.edition = 2;
  survey.report_date = {2026, 3, 2};
  survey.sender = LocalText({{"sv", "Kansliet för digital mognad"}, {"en", "Office for Digital Maturity"}});
  survey.period = LocalText({{"sv", "2–27 november 2025"}, {"en", "2–27 November 2025"}});
  survey.mail.sender = *MailAddress::of("mognad@kansliet.example", {});
  survey.correction.replaces = 1;
  survey.correction.text = LocalText({{"sv", "Svaren från socialförvaltningen saknades och är nu med."},
                                      {"en", "The answers of the social services were missing and are now included."}});
  return survey;
}

/// A message with what it is made of, to change before it is built.
struct Desk {
  Survey survey = survey_with_mail();
  Organisation organisation{.code = "9001", .name = "Askdala", .formal_name = "Askdala kommun"};
  Recipient recipient{.organisation = "9001",
                      .name = *HeaderText::of("Anna Berg", HeaderUse::name, {}, "name"),
                      .language = "sv",
                      .role = "kommundirektör"};
  std::vector<std::string> attachments{"digital-mognad-2025-askdala.pdf"};
  ProofMark proof;

  MessageContent build(const MessageTemplate& message, const LanguageTag& tag) const {
    return build_message(message, {survey, organisation, recipient, attachments}, proof, words_of(tag));
  }
};

std::string readable(const MessageContent& content) {
  return content.subject + "\n\n" + content.text + "\n" + content.html;
}

/// What stands in the page's main element.
std::string body_of(const std::string& html) {
  const std::size_t from = html.find("<main>\n") + 7;
  return html.substr(from, html.find("</main>") - from);
}

/// As Expat takes it: an empty element is closed there.
bool is_well_formed(const std::string& html) {
  std::string xml = body_of(html);
  for (std::size_t at = xml.find("<br>"); at != std::string::npos; at = xml.find("<br>", at))
    xml.replace(at, 4, "<br/>");
  return static_cast<bool>(read_html_fragment(xml, {"a", 1, 1}, "html"));
}

int count_of(const std::string& text, const std::string& part) {
  int count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const std::vector<std::string> kAwkward{"<script>alert(1)</script>",
                                        "&amp; & &",
                                        "{survey}",
                                        "}{",
                                        "[[x]]",
                                        "[{role}]",
                                        "\"'><a href=x>",
                                        "a\r\nBcc: b@c.example",
                                        "\n\n- item\n",
                                        "{{sender}}",
                                        "]]>",
                                        "<!--",
                                        "\xFF\xFE",
                                        "\u202Ekod",
                                        "  ",
                                        "Åäö, Örjan",
                                        "a\u2028b"};

std::string awkward_text(Random& random) {
  std::string text;
  for (int i = random.between(0, 4); i > 0; --i)
    text += kAwkward[static_cast<std::size_t>(random.between(0, static_cast<int>(kAwkward.size()) - 1))];
  return text;
}

}  // namespace

TEST_CASE("The delivered messages read as their references", "[report][mail][references]") {
  for (const LanguageTag tag : {"sv", "en"}) {
    Desk desk;
    if (tag == "en") desk.recipient.role = "chief executive";
    check_reference("messages/erratum-" + tag + ".txt", readable(desk.build(delivered().erratum, tag)));
    desk.survey.correction = {};
    check_reference("messages/report-" + tag + ".txt", readable(desk.build(delivered().report, tag)));
  }
}

TEST_CASE("A value is never read as markup, as a placeholder or as a line", "[report][mail]") {
  check_property(
      [] {
        Random random = drawn_random();
        Desk desk;
        desk.organisation.formal_name = "A" + awkward_text(random);
        desk.recipient.role = awkward_text(random);
        desk.attachments = {"r.pdf" + awkward_text(random)};
        desk.survey.correction.text = in_every("x" + awkward_text(random));
        desk.survey.sender = in_every("S" + awkward_text(random));
        // The same message of plain values, with a role where the awkward one has any letters.
        Desk plain;
        const bool role = !fill_message("{r}", {{"r", desk.recipient.role}}, MessageForm::text).empty();
        plain.recipient.role = role ? "direktör" : "";
        const MessageContent content = desk.build(delivered().erratum, "sv"),
                             usual = plain.build(delivered().erratum, "sv");
        RC_ASSERT(is_well_formed(content.html));
        for (const char* part : {"<", ">", "<p>", "<br>", "<h1>"})
          RC_ASSERT(count_of(content.html, part) == count_of(usual.html, part));
        RC_ASSERT(count_of(content.text, "\n\n") == count_of(usual.text, "\n\n"));
        RC_ASSERT(count_of(content.html, "Digital mognad") == count_of(usual.html, "Digital mognad"));
        RC_ASSERT(content.subject.find_first_of("\r\n") == std::string::npos);
        RC_ASSERT(!holds(content.html, "\u202E"));
      },
      40);
}

TEST_CASE("A value with the signs of a template stays as it is", "[report][mail]") {
  const MessageValues values{{"a", "{b} [x] <i>&\"'"}, {"b", "secret"}};
  CHECK(fill_message("1 {a} 2", values, MessageForm::text) == "1 {b} [x] <i>&\"' 2");
  CHECK(fill_message("<p>{a}</p>", values, MessageForm::html) == "<p>{b} [x] &lt;i&gt;&amp;&quot;&#39;</p>");
  CHECK(fill_message("a[, {b}][, {c}]", values, MessageForm::text) == "a, secret");
  CHECK(fill_message("{x}", {{"x", " a\r\n\tb \u2029c\xFF "}}, MessageForm::text) == "a b c\uFFFD");
}

TEST_CASE("The greeting is right with and without a name", "[report][mail]") {
  Desk desk;
  CHECK(desk.build(delivered().report, "sv").text.starts_with("Hej Anna Berg!\n\n"));
  CHECK(desk.build(delivered().report, "en").text.starts_with("Hello Anna Berg,\n\n"));
  desk.recipient.name = {};
  desk.recipient.role = {};
  CHECK(desk.build(delivered().report, "sv").text.starts_with("Hej!\n\nHär kommer Askdala kommuns rapport"));
  CHECK(desk.build(delivered().report, "en").text.starts_with("Hello,\n\n"));
  CHECK_FALSE(holds(desk.build(delivered().report, "sv").text, "egenskap"));
}

TEST_CASE("The text has lines of at most 72 characters and indented items", "[report][mail]") {
  const std::vector<MessageBlock> blocks = message_blocks(
      "Ett.\nTvå.\n\n- " + std::string(60, 'a') + " b c d e f g h i j k\n- tre\nFyra[ {x}]\n[{x}]\n", {});
  REQUIRE(blocks.size() == 3);
  CHECK(wrapped_text(blocks) == "Ett.\nTvå.\n\n- " + std::string(60, 'a') + " b c d e f\n  g h i j k\n- tre\n\nFyra\n");
  CHECK(html_of({blocks[0]}) == "<p>Ett.<br>\nTvå.</p>\n");
  for (const LanguageTag tag : {"sv", "en"})
    for (const MessageTemplate* message : {&delivered().report, &delivered().erratum, &delivered().letter}) {
      const std::string text = Desk().build(*message, tag).text;
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        REQUIRE(end != std::string::npos);
        CHECK(count_characters(text.substr(at, end - at)) <= 72);
        at = end + 1;
      }
    }
}

TEST_CASE("A simulated survey and a proof say so before everything else", "[report][mail]") {
  Desk desk;
  const std::string subject = desk.build(delivered().report, "sv").subject;
  CHECK(subject == "Digital mognad 2025: rapport för Askdala kommun");
  desk.survey.simulated = true;
  MessageContent content = desk.build(delivered().report, "sv");
  CHECK(content.subject == "[Exempeldata: simulerade svar] " + subject);
  CHECK(content.text.starts_with("Exempel: svaren är simulerade"));
  CHECK(body_of(content.html).starts_with("<p>Exempel: svaren är simulerade"));
  desk.proof.of = "Anna <Berg>\n- anna@askdala.example";
  content = desk.build(delivered().report, "sv");
  CHECK(content.subject == "[Provutskick] [Exempeldata: simulerade svar] " + subject);
  CHECK(content.text.starts_with("Provutskick. Mottagare av det riktiga meddelandet: Anna <Berg> -\nanna@"));
  CHECK(body_of(content.html).starts_with("<p>Provutskick. Mottagare av det riktiga meddelandet: Anna &lt;Berg&gt; -"));
}

TEST_CASE("The HTML part is a page with its language, a title and one heading", "[report][mail]") {
  for (const LanguageTag tag : {"sv", "en"})
    for (const MessageTemplate* message : {&delivered().report, &delivered().erratum}) {
      const MessageContent content = Desk().build(*message, tag);
      CHECK(holds(content.html, "<html lang=\"" + words_of(tag).language().document_tag + "\">"));
      CHECK(holds(content.html, "<title>" + content.subject + "</title>"));
      CHECK(count_of(content.html, "<h1>") == 1);
      CHECK(is_well_formed(content.html));
      for (const char* absent : {"color:", "background", "src=", "url(", "<img", "http"})
        CHECK_FALSE(holds(content.html, absent));
    }
}

TEST_CASE("HTML of a template's own takes the place of what is made of its text", "[report][mail]") {
  MessageTemplate message = delivered().report;
  message.html = in_every("<h1>Om {organisation}</h1><p>Hej[ {recipient}]!</p>");
  Desk desk;
  desk.organisation.formal_name = "A & B";
  desk.recipient.name = {};
  CHECK(body_of(desk.build(message, "sv").html) == "<h1>Om A &amp; B</h1><p>Hej!</p>");
}

TEST_CASE("Several attachments are told as a list", "[report][mail]") {
  Desk desk;
  desk.attachments = {"a.pdf", "b.pdf", "c.xlsx"};
  CHECK(holds(desk.build(delivered().report, "sv").text, "Bifogat: a.pdf, b.pdf och c.xlsx\n"));
  CHECK(holds(desk.build(delivered().report, "en").text, "Attached: a.pdf, b.pdf and c.xlsx\n"));
}

TEST_CASE("A report that opens with a password says so", "[report][mail]") {
  Desk desk;
  CHECK_FALSE(holds(desk.build(delivered().report, "sv").text, "lösenord"));
  desk.survey.mail.passwords_path = "passwords.csv";
  CHECK(holds(desk.build(delivered().report, "sv").text, "öppnas med det lösenord"));
}

TEST_CASE("Every placeholder has a value, an example and a line in the documentation", "[report][mail]") {
  Desk desk;
  desk.survey.mail.passwords_path = "passwords.csv";
  const MessageValues values =
      message_values(desk.survey, desk.organisation, desk.recipient, desk.attachments, words_of("sv"));
  const MessageValues examples = example_message_values();
  CHECK(values.size() == kMessagePlaceholders.size());
  CHECK(examples.size() == kMessagePlaceholders.size());
  const std::string guide = source_file("docs/guide/12-mailing.md");
  for (const std::string_view name : kMessagePlaceholders) {
    INFO(name);
    REQUIRE(values.contains(name));
    CHECK_FALSE(values.find(name)->second.empty());
    REQUIRE(examples.contains(name));
    CHECK(holds(guide, fmt::format("| `{{{}}}` |", name)));
    CHECK(holds(guide, examples.find(name)->second));
  }
}
