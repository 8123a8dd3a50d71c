#include "text/hyphenator.h"

#include <catch2/catch.hpp>

#include "text/test_fonts.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const Hyphenator& of(const LanguageTag& tag) {
  static const Hyphenator sv(resources_of("sv").hyphenation);
  static const Hyphenator en(resources_of("en").hyphenation);
  return tag == "sv" ? sv : en;
}

/// "kom-petens"
std::string divided(const LanguageTag& tag, std::string word) {
  const std::vector<std::size_t> positions = of(tag).positions(word);
  for (auto p = positions.rbegin(); p != positions.rend(); ++p) word.insert(*p, "-");
  return word;
}

std::size_t letters(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

}  // namespace

TEST_CASE("Long Swedish words have places to divide them", "[text]") {
  for (const char* word :
       {"kompetensförsörjning", "verksamhetsutveckling", "informationssäkerhet", "systemförvaltning"}) {
    INFO(divided("sv", word));
    CHECK(of("sv").positions(word).size() >= 2);
  }
}

TEST_CASE("Long English words have places to divide them", "[text]") {
  for (const char* word : {"municipalities", "digitalisation", "responsibilities"}) {
    INFO(divided("en", word));
    CHECK_FALSE(of("en").positions(word).empty());
  }
}

TEST_CASE("Words with figures stay whole", "[text]") {
  for (const char* word : {"kommun2025", "2025kommuner", "ISO14289", "verksamhet1utveckling"})
    CHECK(of("sv").positions(word).empty());
}

TEST_CASE("Short words stay whole", "[text]") {
  for (const char* word : {"", "å", "och", "även", "över"}) CHECK(of("sv").positions(word).empty());
}

TEST_CASE("Enough letters stay on both sides of a division", "[text]") {
  for (const LanguageTag tag : {"sv", "en"}) {
    const HyphenationPatterns& patterns = resources_of(tag).hyphenation;
    for (const std::string word : {"kompetensförsörjning", "omorganisation", "överenskommelser", "municipalities",
                                   "responsibilities", "åtaganden"})
      for (const std::size_t offset : of(tag).positions(word)) {
        INFO(divided(tag, word));
        CHECK(letters(word.substr(0, offset)) >= static_cast<std::size_t>(patterns.left));
        CHECK(letters(word.substr(offset)) >= static_cast<std::size_t>(patterns.right));
      }
  }
}

TEST_CASE("Divisions stand between whole characters and ascend", "[text]") {
  for (const std::string word :
       {"kompetensförsörjning", "åtgärdsförslag", "överförmyndarnämnden", "äldreomsorgsförvaltningen"}) {
    std::size_t last = 0;
    for (const std::size_t offset : of("sv").positions(word)) {
      CHECK(offset > last);
      CHECK((static_cast<unsigned char>(word[offset]) & 0xC0) != 0x80);
      last = offset;
    }
  }
}

TEST_CASE("Punctuation around a word moves its divisions and changes none", "[text]") {
  const auto plain = of("sv").positions("kompetensförsörjning");
  auto quoted = of("sv").positions("”kompetensförsörjning”,");
  const std::size_t before = std::string("”").size();
  for (std::size_t& offset : quoted) offset -= before;
  CHECK(quoted == plain);
}

TEST_CASE("Capitals are divided as small letters", "[text]") {
  CHECK(of("sv").positions("Kompetensförsörjning") == of("sv").positions("kompetensförsörjning"));
  CHECK(of("sv").positions("ÖVERENSKOMMELSER") == of("sv").positions("överenskommelser"));
}

TEST_CASE("Words with a hyphen of their own or an address are not divided by letters", "[text]") {
  CHECK(of("sv").positions("välfärds-teknik").empty());
  CHECK(of("sv").positions("namn@kommunen.se").empty());
}

TEST_CASE("Letters that the dictionary doesn't know leave the word whole", "[text]") {
  CHECK(of("sv").positions("šiljoŋkompetensförsörjning").empty());
}

TEST_CASE("Without patterns words stay whole", "[text]") {
  const Hyphenator none(HyphenationPatterns{});
  CHECK(none.positions("kompetensförsörjning").empty());
}

TEST_CASE("A dictionary that is missing is a warning and words stay whole", "[text]") {
  Language language = resources_of("sv").language;
  language.hyphenation = "hyph_none.dic";
  const auto patterns = load_hyphenation(language, *files_with_templates());
  REQUIRE(patterns);
  CHECK(patterns->bytes.empty());
  REQUIRE(patterns.problems.size() == 1);
  CHECK(patterns.problems.front().severity == Severity::warning);
}
