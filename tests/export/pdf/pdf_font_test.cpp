#include "export/pdf/pdf_font.h"

#include <catch2/catch.hpp>

#include <regex>

#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

std::uint32_t glyph_of(FontIndex font, const std::string& text) {
  return small_survey().voice("sv").shaper.word(font, text).glyphs.front().id;
}

const pdf::PdfFont& font(std::size_t index = 0) { return small_survey().pdf.fonts[index]; }

}  // namespace

TEST_CASE("The hyphen at a line's end and the plain hyphen are different characters of one glyph", "[pdf]") {
  for (FontIndex index = 0; index < 3; ++index) {
    const std::uint32_t hyphen = glyph_of(index, "-");
    const auto soft = font(static_cast<std::size_t>(index)).cid(hyphen, 0xAD);
    const auto plain = font(static_cast<std::size_t>(index)).cid(hyphen, 0x2D);
    REQUIRE(soft);
    REQUIRE(plain);
    CHECK(*soft != *plain);
    CHECK(font(static_cast<std::size_t>(index)).advance(*soft) ==
          font(static_cast<std::size_t>(index)).advance(*plain));
  }
}

TEST_CASE("A no-break space is a character of its own", "[pdf]") {
  const auto space = font().cid(glyph_of(0, " "), 0x20);
  const auto no_break = font().cid(glyph_of(0, "\u00A0"), 0xA0);
  REQUIRE(space);
  REQUIRE(no_break);
  CHECK(*space != *no_break);
}

TEST_CASE("A glyph has the width that shaping gives it", "[pdf]") {
  for (const char* text : {"A", "m", "ö", "7", "%"}) {
    const ShapedWord& word = small_survey().voice("sv").shaper.word(0, text);
    const auto cid = font().cid(word.glyphs.front().id);
    REQUIRE(cid);
    CHECK(font().advance(*cid) == word.width);
  }
}

TEST_CASE("The letters of Europe and the signs of the pages are in the repertoire", "[pdf]") {
  const std::pair<const char*, char32_t> kCharacters[]{
      {"å", U'å'}, {"Ö", U'Ö'}, {"é", U'é'}, {"š", U'š'}, {"ŋ", U'ŋ'}, {"ł", U'ł'}, {"ő", U'ő'}, {"ș", U'ș'},
      {"þ", U'þ'}, {"−", U'−'}, {"–", U'–'}, {"”", U'”'}, {"’", U'’'}, {"…", U'…'}, {"±", U'±'}, {"€", U'€'}};
  for (const auto& [text, character] : kCharacters) {
    INFO(text);
    CHECK(font().cid(glyph_of(0, text), character));
  }
}

TEST_CASE("A glyph that is not in the font has no CID", "[pdf]") {
  CHECK_FALSE(font().cid(60000));
  CHECK_FALSE(font().cid(60000, U'a'));
  CHECK_FALSE(font().cid(glyph_of(0, "a"), U'b'));
}

TEST_CASE("A font that can't be read is an error and no font", "[pdf]") {
  FontFile broken = small_survey().loaded->fonts.front();
  broken.bytes = "this is no font";
  const auto made = pdf::PdfFont::make(broken);
  if (made) CHECK_FALSE(made->cid(1));
  else CHECK_FALSE(made.problems.empty());
}
