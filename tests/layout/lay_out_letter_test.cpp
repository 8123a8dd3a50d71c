#include "layout/lay_out_letter.h"

#include <catch2/catch.hpp>

#include "base/length.h"
#include "layout/lay_out_labels.h"
#include "support/dump.h"
#include "support/small_survey.h"
#include "verification/conformance.h"
#include "verification/document.h"

using namespace mognad;
using namespace mognad::test;

namespace {

using Window = LetterSettings::Window;

/// The same in every language.
LocalText everywhere(const std::string& text) {
  return LocalText(std::map<LanguageTag, std::string>{{LocalText::kEvery, text}});
}

MessageTemplate letter_text(int paragraphs = 2) {
  std::string text;
  for (int i = 0; i < paragraphs; ++i)
    text += "Hej[ {recipient}]!\n\nHär är rapporten för {organisation}.\n\n- ett\n- två\n\n";
  return {everywhere("Rapport för {organisation}"), everywhere(text), {}, {}};
}

Recipient recipient(const std::string& name, std::vector<std::string> postal) {
  Recipient made;
  made.name = *HeaderText::of(name, HeaderUse::name, {}, "name");
  made.postal = std::move(postal);
  return made;
}

Letter letter_to(const Recipient& to, const MessageTemplate& text = letter_text(), const LanguageTag& tag = "sv") {
  return build_letter(text, small_survey().loaded->survey, small_survey().organisation(0), to,
                      small_survey().voice(tag).words);
}

Pages laid_out(const Letter& letter, Window window = Window::right) {
  LetterSettings settings;
  settings.window = window;
  auto pages = lay_out_letter(letter, settings, small_survey().style("sv"));
  for (const Problem& problem : pages.problems) UNSCOPED_INFO(to_text(problem));
  REQUIRE(pages);
  return std::move(*pages);
}

const Recipient kUsual = recipient("Anna Åkerström", {"Box 123", "123 45 Askdala"});
const Recipient kLong = recipient("Christina-Margareta af Klintberg Öhrstedt-Wallenström den yngre",
                                  {"Förvaltningen för samhällsbyggnad, miljö och räddningstjänst",
                                   "Stora Östra Kungsgatan 123 B, tre trappor", "123 45 Södra Vätterstranden"});

bool inside(const Rect& box, const Rect& whole, double play) {
  return box.x >= whole.x + play && box.right() <= whole.right() - play && box.y >= whole.y + play &&
         box.bottom() <= whole.bottom() - play;
}

void check_conforms(const Result<std::string>& bytes) {
  REQUIRE(bytes);
  for (const verification::Finding& finding : verification::check_conformance(verification::Document::read(*bytes))) {
    INFO(finding.rule->id << " " << finding.found);
    CHECK(false);
  }
}

}  // namespace

TEST_CASE("An address shows whole in the window, with three millimetres around it, and alone", "[layout][letter]") {
  for (const Window window : {Window::right, Window::left})
    for (const Recipient* to : {&kUsual, &kLong}) {
      const Letter letter = letter_to(*to);
      LetterSettings settings;
      settings.window = window;
      const Rect seen = address_window(settings);
      std::string shown;
      for (const PlacedText& text : placed_texts(laid_out(letter, window).pages.front().picture)) {
        INFO(text.run.text);
        if (!text.box.overlaps(seen)) continue;
        CHECK(inside(text.box, seen, points(kWindowPlay)));
        shown += text.run.text;
      }
      std::string address;
      for (const std::string& line : letter.address) address += line;
      std::erase(shown, ' ');  // one at the end of a line that goes on
      std::erase(address, ' ');
      CHECK(shown == address);
    }
}

TEST_CASE("The windows lie on the page, one on each side", "[layout][letter]") {
  LetterSettings left, right;
  left.window = Window::left;
  CHECK(address_window(left).x == Approx(points(15)));
  CHECK(address_window(right).right() == Approx(kA4.width - points(15)));
}

TEST_CASE("An address that is too long for the window is refused and not told", "[layout][letter]") {
  const Recipient to = recipient("Anna Berg", std::vector<std::string>(8, "Kungsgatan 1"));
  const auto pages = lay_out_letter(letter_to(to), {}, small_survey().style("sv"));
  CHECK_FALSE(pages);
  REQUIRE(pages.problems.size() == 1);
  CHECK(pages.problems.front().message == "the address doesn't fit into the envelope's window");
  CHECK(to_text(pages.problems.front()).find("Kungsgatan") == std::string::npos);
}

TEST_CASE("A long letter goes on, says whose it is on each page and shows the tag on all", "[layout][letter]") {
  const Letter letter = letter_to(kUsual, letter_text(12));
  const Pages pages = laid_out(letter);
  REQUIRE(pages.pages.size() > 1);
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const std::string text = text_of(pages.pages[i].picture);
    CHECK(text.find(letter.document.example_tag) != std::string::npos);
    if (i > 0) CHECK(text.find("Askdala kommun") != std::string::npos);
    const auto texts = placed_texts(pages.pages[i].picture);
    for (std::size_t a = 0; a < texts.size(); ++a)
      for (std::size_t b = a + 1; b < texts.size(); ++b) CHECK_FALSE(collide(texts[a], texts[b]));
  }
}

TEST_CASE("A letter and its labels conform to PDF/UA and PDF/A", "[layout][letter]") {
  const WholeSurvey& survey = small_survey();
  const Letter letter = letter_to(kLong);
  check_conforms(write_pdf(letter.document, laid_out(letter), survey.pdf));
  const AddressLabels labels =
      build_labels({letter_to(kUsual).address}, survey.loaded->survey, survey.voice("sv").words);
  const auto sheet = lay_out_labels(labels, {}, survey.style("sv"));
  REQUIRE(sheet);
  check_conforms(write_pdf(labels.document, *sheet, survey.pdf));
}

TEST_CASE("A letter without a name goes to the role, without both to the readers", "[letter]") {
  Recipient nobody;
  CHECK(letter_to(nobody).address == std::vector<std::string>{"Askdala kommun", "Kommunstyrelsen och ledningsgruppen"});
  nobody.role = "ekonomichef";
  CHECK(letter_to(nobody).address == std::vector<std::string>{"Askdala kommun", "Ekonomichef"});
  CHECK(letter_to(kUsual).address ==
        std::vector<std::string>{"Askdala kommun", "Anna Åkerström", "Box 123", "123 45 Askdala"});
}

TEST_CASE("What a label says lies inside it, four millimetres from its edges", "[layout][letter]") {
  const WholeSurvey& survey = small_survey();
  const LetterSettings::Labels settings;
  const std::vector<std::vector<std::string>> addresses(23, letter_to(kUsual).address);
  const auto sheets = lay_out_labels(build_labels(addresses, survey.loaded->survey, survey.voice("sv").words), settings,
                                     survey.style("sv"));
  REQUIRE(sheets);
  REQUIRE(sheets->pages.size() == 2);
  for (const Page& page : sheets->pages)
    for (const PlacedText& text : placed_texts(page.picture)) {
      if (text.run.text == survey.voice("sv").words.say("common.simulated")) continue;
      int within = 0;
      for (int place = 0; place < settings.columns * settings.rows; ++place)
        within += inside(text.box, label_box(settings, place), points(4)) ? 1 : 0;
      CHECK(within == 1);
    }
}

TEST_CASE("Labels that can't be printed as they are set are refused", "[layout][letter]") {
  const WholeSurvey& survey = small_survey();
  const AddressLabels labels =
      build_labels({letter_to(kUsual).address}, survey.loaded->survey, survey.voice("sv").words);
  LetterSettings::Labels wide, high, small;
  wide.width = 80;
  high.top = 5;  // the survey is simulated: its tag has no room
  small.height = 12;
  for (const LetterSettings::Labels& settings : {wide, high, small})
    CHECK_FALSE(lay_out_labels(labels, settings, survey.style("sv")));
}
