#include "verification/fonts.h"

#include <catch2/catch.hpp>

#include "support/defects.h"
#include "verification/character_map.h"

using namespace mognad::test;
using namespace mognad::verification;

namespace {

CharacterMap map_of(const std::string& sections) {
  return read_character_map("begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange " + sections + " endcmap");
}

}  // namespace

TEST_CASE("ToUnicode gives the characters of codes, lists and ranges", "[verification][fonts]") {
  const CharacterMap map = map_of(
      "2 beginbfchar <0001> <0041> <0002> <00660069> endbfchar "
      "2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0078> <D83DDE00>] endbfrange");
  CHECK(map.faults.empty());
  CHECK(map.unicode.at(1) == "A");
  CHECK(map.unicode.at(2) == "fi");
  CHECK(map.unicode.at(0x12) == "c");
  CHECK(map.unicode.at(0x20) == "x");
  CHECK(map.unicode.at(0x21) == "\xF0\x9F\x98\x80");
}

TEST_CASE("A damaged ToUnicode has faults", "[verification][fonts]") {
  for (const char* damaged :
       {"beginbfchar <0001> endbfchar", "beginbfchar <000001> <0041> endbfchar", "beginbfchar <0001> <41> endbfchar",
        "beginbfchar <0001> <0041> <0001> <0042> endbfchar", "beginbfrange <0002> <0001> <0041> endbfrange",
        "beginbfrange <0001> <0002> endbfrange", "beginbfrange <0001> <0005> <00FE> endbfrange", "/Other usecmap",
        "beginbfrange <0001> <0002> [<0041>] endbfrange"}) {
    INFO(damaged);
    CHECK_FALSE(map_of(damaged).faults.empty());
  }
  CHECK_FALSE(read_character_map("begincmap").faults.empty());
}

TEST_CASE("The fonts of a report are read with their programs", "[verification][fonts]") {
  const Fonts fonts = Fonts::read(Document::read(good_file()));
  REQUIRE(fonts.all().size() >= 2);
  for (const auto& [number, font] : fonts.all()) {
    CHECK(font.is_composite());
    REQUIRE(font.program);
    CHECK(font.program->format == "TrueType");
    CHECK(font.program_widths.size() > 100);
    CHECK(font.faults.empty());
    const auto letter =
        std::find_if(font.unicode.begin(), font.unicode.end(), [](const auto& entry) { return entry.second == "a"; });
    REQUIRE(letter != font.unicode.end());
    const int code = letter->first;
    CHECK(font.glyph_of(code) > 0);
    CHECK(std::abs(font.width_of(code) - font.program_widths[static_cast<std::size_t>(font.glyph_of(code))]) <= 1);
    const std::string codes{static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
    CHECK(fonts.text(number, codes) == "a");
    CHECK(fonts.text(number, "\xFF\xFE") == "\xEF\xBF\xBD");
  }
  CHECK(fonts.font(1'000'000) == nullptr);
}

TEST_CASE("The same font is read once in a process", "[verification][fonts]") {
  const Document document = Document::read(good_file());
  const Fonts one = Fonts::read(document);
  const Fonts two = Fonts::read(document);
  CHECK(one.all().begin()->second.program == two.all().begin()->second.program);
}

TEST_CASE("A font program cut or damaged anywhere is no crash", "[verification][fonts]") {
  const Document document = Document::read(good_file());
  for (const Object& object : document.objects) {
    const Dictionary* dictionary = object.value.dictionary();
    if (!object.is_stream || !dictionary || !dictionary->has("Length1")) continue;
    for (std::size_t part = 0; part < 40; ++part) {
      (void)read_font_program(std::string_view(object.data).substr(0, object.data.size() * part / 40));
      std::string damaged = object.data;
      for (std::size_t i = part; i < damaged.size(); i += 97) damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
      (void)read_font_program(damaged);
    }
    CHECK(read_font_program("").format.empty());
    CHECK(read_font_program("no font").format.empty());
    return;
  }
  FAIL("no font program");
}
