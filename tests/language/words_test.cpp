#include "language/words.h"

#include <catch2/catch.hpp>

#include "files/memory_files.h"
#include "input/read_template.h"
#include "support/sample.h"

using namespace mognad;

namespace {

Language language(const std::string& tag) {
  return *read_language("a.toml", MemoryFiles({{"a.toml", test::source_file("templates/languages/" + tag + ".toml")}}));
}

const Language& swedish() {
  static const Language sv = language("sv");
  return sv;
}

const Language& english() {
  static const Language en = language("en");
  return en;
}

Language with_pattern(const std::string& pattern) {
  Language sv = swedish();
  sv.patterns["test.one"] = pattern;
  return sv;
}

}  // namespace

TEST_CASE("Swedish numbers have a decimal comma and no-break spaces between thousands", "[language]") {
  const Words words(swedish());
  CHECK(words.number(49.5, 1) == "49,5");
  CHECK(words.number(1204.0, 0) == "1\u00A0204");
  CHECK(words.number(1234567.5, 1) == "1\u00A0234\u00A0567,5");
  CHECK(words.whole(999) == "999");
  CHECK(words.whole(1000) == "1\u00A0000");
  CHECK(words.whole(-1234) == "\u22121\u00A0234");
}

TEST_CASE("English numbers have a decimal point and commas between thousands", "[language]") {
  const Words words(english());
  CHECK(words.number(49.5, 1) == "49.5");
  CHECK(words.number(1234567.5, 1) == "1,234,567.5");
}

TEST_CASE("A minus is U+2212 in both languages", "[language]") {
  CHECK(Words(swedish()).number(-1.1, 1) == "\u22121,1");
  CHECK(Words(english()).number(-1.1, 1) == "\u22121.1");
}

TEST_CASE("Halves are rounded away from zero, and nothing is negative when it shows as zero", "[language]") {
  const Words words(swedish());
  CHECK(words.number(56.25, 1) == "56,3");
  CHECK(words.number(-56.25, 1) == "\u221256,3");
  CHECK(words.number(0.5, 0) == "1");
  CHECK(words.number(-0.04, 1) == "0,0");
  CHECK(words.number(0.05, 2) == "0,05");
  CHECK(words.number(99.95, 1) == "100,0");
}

TEST_CASE("A signed number always has a sign", "[language]") {
  const Words words(swedish());
  CHECK(words.signed_number(2.5, 1) == "+2,5");
  CHECK(words.signed_number(-1.1, 1) == "\u22121,1");
  CHECK(words.signed_number(0.0, 1) == "0,0");
  CHECK(words.signed_number(-0.04, 1) == "0,0");
}

TEST_CASE("What is no number is shown by the symbols of public statistics", "[language]") {
  const Words words(swedish());
  CHECK(words.number(Measured(Missing::no_answer), 1) == "-");
  CHECK(words.number(Measured(Missing::not_applicable), 1) == ".");
  CHECK(words.number(Measured(Missing::withheld), 1) == "..");
  CHECK(words.signed_number(Measured(Missing::withheld), 1) == "..");
  CHECK(words.number(Measured(49.5), 1) == "49,5");
}

TEST_CASE("Dates are written out in both languages", "[language]") {
  CHECK(Words(swedish()).date(2023, 6, 19) == "19 juni 2023");
  CHECK(Words(english()).date(2023, 6, 19) == "19 June 2023");
  CHECK(Words(swedish()).date(2024, 2, 29) == "29 februari 2024");
  CHECK(Words(english()).date(2026, 1, 1) == "1 January 2026");
  CHECK(Words(swedish()).date(2025, 12, 31) == "31 december 2025");
}

TEST_CASE("The Swedish genitive adds an s where there is none", "[language]") {
  const Words words(swedish());
  CHECK(words.genitive("Askdala") == "Askdalas");
  CHECK(words.genitive("Borås") == "Borås");
  CHECK(words.genitive("Region Skåne") == "Region Skånes");
  CHECK(words.genitive("Växjö") == "Växjös");
  CHECK(words.genitive("Alex") == "Alex");
}

TEST_CASE("The English genitive adds ’s", "[language]") {
  const Words words(english());
  CHECK(words.genitive("Askdala") == "Askdala’s");
  CHECK(words.genitive("Borås") == "Borås’s");
}

TEST_CASE("Plural patterns choose their form by number", "[language]") {
  const Words sv(swedish());
  CHECK(sv.say("summary.persons", {{"count", 1}}) == "person");
  CHECK(sv.say("summary.persons", {{"count", 2}}) == "personer");
  CHECK(sv.say("summary.persons", {{"count", 0}}) == "personer");
  CHECK(sv.say("cover.measurement", {{"count", 2}}) == "Andra mätningen");
  CHECK(sv.say("cover.measurement", {{"count", 7}}) == "Mätning nummer 7");
  CHECK(Words(english()).say("summary.persons", {{"count", 2}}) == "people");
}

TEST_CASE("An argument is put in as it is, whatever signs it has", "[language]") {
  const Words words(swedish());
  CHECK(words.say("common.source", {{"source", "Ö’s {x} 'y' #"}}) == "Källa: Ö’s {x} 'y' #.");
}

TEST_CASE("A missing key is shown so that it is found", "[language]") {
  const Words words(swedish());
  CHECK(words.say("no.such") == "⟨no.such⟩");
  CHECK_FALSE(words.has("no.such"));
  CHECK(words.has("common.source"));
}

TEST_CASE("A pattern that gets too few arguments is shown so that it is found", "[language]") {
  const Language sv = with_pattern("{a} och {b}");
  CHECK(Words(sv).say("test.one", {{"a", "x"}}) == "x och {b}");
}

TEST_CASE("Twelve arguments are put in", "[language]") {
  const Language sv = with_pattern("{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}{k}{l}");
  CHECK(Words(sv).say("test.one", {{"a", "1"},
                                   {"b", "2"},
                                   {"c", "3"},
                                   {"d", "4"},
                                   {"e", "5"},
                                   {"f", "6"},
                                   {"g", "7"},
                                   {"h", "8"},
                                   {"i", "9"},
                                   {"j", "x"},
                                   {"k", "y"},
                                   {"l", "z"}}) == "123456789xyz");
}

TEST_CASE("A share is said by the nearest words", "[language]") {
  const Words words(swedish());
  CHECK(words.share_words(0.66) == "ungefär två av tre");
  CHECK(words.share_words(0.5) == "ungefär hälften");
  CHECK(words.share_words(0.0) == "nästan ingen");
  CHECK(words.share_words(0.04) == "nästan ingen");
  CHECK(words.share_words(0.06) == "ungefär en av tio");
  CHECK(words.share_words(1.0) == "nästan alla");
  Language none = swedish();
  none.shares.clear();
  CHECK(Words(none).share_words(0.5).empty());
}

TEST_CASE("Small numbers are words, others digits", "[language]") {
  const Words words(swedish());
  CHECK(words.count(0) == "noll");
  CHECK(words.count(3) == "tre");
  CHECK(words.count(12) == "tolv");
  CHECK(words.count(13) == "13");
  CHECK(words.count(-1) == "\u22121");
}

TEST_CASE("The first letter becomes a capital, å too", "[language]") {
  CHECK(capitalised("återstår") == "Återstår");
  CHECK(capitalised("övre") == "Övre");
  CHECK(capitalised("ABC") == "ABC");
  CHECK(capitalised("9 av 10") == "9 av 10");
  CHECK(capitalised("") == "");
}

TEST_CASE("What ICU says of a wrong pattern has a place", "[language]") {
  CHECK_FALSE(pattern_error("{a} och {count, plural, one {en} other {#}}", "sv_SE"));
  const auto wrong = pattern_error("abc {count, plural, one {en}}", "sv_SE");
  REQUIRE(wrong);
  CHECK(wrong->find("near character") != std::string::npos);
}
