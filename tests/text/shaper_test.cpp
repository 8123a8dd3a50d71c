#include "text/shaper.h"

#include <hb-ot.h>
#include <hb.h>
#include <catch2/catch.hpp>

#include "text/test_fonts.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// The advance that the font file gives a character, in font units.
int own_advance(const FontFile& file, char32_t character) {
  hb_blob_t* blob = hb_blob_create(file.bytes.data(), static_cast<unsigned>(file.bytes.size()), HB_MEMORY_MODE_READONLY,
                                   nullptr, nullptr);
  hb_face_t* face = hb_face_create(blob, 0);
  hb_font_t* font = hb_font_create(face);
  hb_font_set_scale(font, file.units_per_em, file.units_per_em);
  hb_codepoint_t glyph = 0;
  hb_font_get_nominal_glyph(font, character, &glyph);
  const int advance = hb_font_get_glyph_h_advance(font, glyph);
  hb_font_destroy(font);
  hb_face_destroy(face);
  hb_blob_destroy(blob);
  return advance;
}

std::string utf8(char32_t c) {
  if (c < 0x80) return std::string(1, static_cast<char>(c));
  return {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
}

int sum_of(const ShapedWord& word) {
  int sum = 0;
  for (const Glyph& glyph : word.glyphs) sum += glyph.advance;
  return sum;
}

}  // namespace

TEST_CASE("The advances of single letters are the font's own", "[text]") {
  Shaper& shaper = swedish();
  const int fonts = static_cast<int>(small_survey().loaded->fonts.size());
  for (FontIndex font = 0; font < fonts; ++font)
    for (const char32_t c : {U'A', U'm', U'i', U'0', U'7', U'å', U'Ö', U'é', U'%', U'.'}) {
      const ShapedWord& word = shaper.word(font, utf8(c));
      INFO("font " << font << ", character U+" << std::hex << static_cast<unsigned>(c));
      REQUIRE(word.glyphs.size() == 1);
      CHECK(word.glyphs.front().advance == own_advance(shaper.font(font), c));
    }
}

TEST_CASE("All figures are equally wide", "[text]") {
  for (FontIndex font = 0; font < static_cast<int>(small_survey().loaded->fonts.size()); ++font)
    for (char digit = '1'; digit <= '9'; ++digit)
      CHECK(swedish().word(font, std::string(1, digit)).width == swedish().word(font, "0").width);
}

TEST_CASE("A kerned pair is narrower than its letters", "[text]") {
  Shaper& shaper = swedish();
  CHECK(shaper.word(0, "AV").width < shaper.word(0, "A").width + shaper.word(0, "V").width);
}

TEST_CASE("The width of a word is the sum of its advances", "[text]") {
  for (const char* text : {"AVTAL", "kompetensförsörjning", "12,5", "e-tjänst", "10\u00A0000"}) {
    const ShapedWord& word = swedish().word(0, text);
    CHECK(word.width == sum_of(word));
    CHECK(word.missing.empty());
  }
}

TEST_CASE("Letters are never joined to a ligature", "[text]") {
  for (const char* text : {"fi", "fl", "ff"}) {
    const ShapedWord& word = swedish().word(0, text);
    REQUIRE(word.glyphs.size() == 2);
    CHECK(word.glyphs[0].cluster == 0);
    CHECK(word.glyphs[1].cluster == 1);
  }
  CHECK(swedish().word(0, "effektivisering").glyphs.size() == 15);
}

TEST_CASE("Clusters point at the bytes of their characters", "[text]") {
  const ShapedWord& word = swedish().word(0, "åäö");
  REQUIRE(word.glyphs.size() == 3);
  CHECK(word.glyphs[0].cluster == 0);
  CHECK(word.glyphs[1].cluster == 2);
  CHECK(word.glyphs[2].cluster == 4);
}

TEST_CASE("A missing character is reported every time it is used", "[text]") {
  Shaper& shaper = swedish();
  shaper.take_missing();
  for (int document = 0; document < 3; ++document) {
    shaper.run("pil \u25B2 upp \u25B2", body_style());
    const std::vector<std::string> missing = shaper.take_missing();
    REQUIRE(missing.size() == 1);
    CHECK(missing.front() == "\u25B2 (U+25B2)");
  }
  CHECK(shaper.take_missing().empty());
}

TEST_CASE("Measuring a missing character reports it as well", "[text]") {
  Shaper& shaper = swedish();
  shaper.take_missing();
  shaper.width("\u4E2D", body_style());
  CHECK(shaper.take_missing() == std::vector<std::string>{"\u4E2D (U+4E2D)"});
}

TEST_CASE("Only missing characters are reported", "[text]") {
  Shaper& shaper = swedish();
  shaper.take_missing();
  shaper.run("“Läs’–mer…” −1,5 % ±2 €\u00A0§ šđčŋŧž ľ þ ß", body_style());
  CHECK(shaper.take_missing().empty());
}

TEST_CASE("The same word gives the same glyphs twice", "[text]") {
  Shaper& shaper = swedish();
  const ShapedWord first = shaper.word(1, "verksamhetsutveckling");
  const ShapedWord& second = shaper.word(1, "verksamhetsutveckling");
  CHECK(first.glyphs == second.glyphs);
  CHECK(first.width == second.width);
  Shaper other(small_survey().loaded->fonts, resources_of("sv").hyphenation, "sv-SE");
  CHECK(other.word(1, "verksamhetsutveckling").glyphs == first.glyphs);
}

TEST_CASE("A reference to a word stays valid when many others follow", "[text]") {
  Shaper& shaper = swedish();
  const ShapedWord& word = shaper.word(0, "beständig");
  const std::vector<Glyph> glyphs = word.glyphs;
  for (int i = 0; i < 3000; ++i) shaper.word(0, "ord" + std::to_string(i));
  CHECK(word.glyphs == glyphs);
}

TEST_CASE("A run holds its whole text and is as wide as it is measured", "[text]") {
  Shaper& shaper = swedish();
  TextStyle style = body_style();
  for (const double tracking : {0.0, -0.15})
    for (const char* text : {"", " ", "ett", "Digital mognad 2025", "  två  blanka ", "49,5\u00A0%", "slut "}) {
      style.tracking = tracking;
      const GlyphRun run = shaper.run(text, style);
      CHECK(run.text == text);
      CHECK(run.width == Approx(shaper.width(text, style)).margin(1e-9));
      for (const Glyph& glyph : run.glyphs) CHECK(glyph.cluster < run.text.size());
    }
}

TEST_CASE("A division is drawn with a hyphen and keeps a soft hyphen in its text", "[text]") {
  Shaper& shaper = swedish();
  const ShapedWord& divided = shaper.word(0, "kompe\u00AD");
  const ShapedWord& plain = shaper.word(0, "kompe-");
  REQUIRE(divided.glyphs.size() == 6);
  CHECK(divided.glyphs.back().id == plain.glyphs.back().id);
  CHECK(divided.width == plain.width);
  CHECK(divided.breaks.empty());
}

TEST_CASE("A word may be divided after its own hyphens and slashes", "[text]") {
  const auto has = [](const std::string& text, std::size_t offset) {
    for (const WordBreak& b : swedish().word(0, text).breaks)
      if (b.offset == offset && !b.hyphen) return true;
    return false;
  };
  CHECK(has("webb-tjänster", 5));
  CHECK(has("och/eller", 4));
  CHECK_FALSE(has("e-tjänst", 2));
  CHECK_FALSE(has("2023-2025", 5));
}

TEST_CASE("Words that are forgotten because there are very many come out the same again", "[text]") {
  Shaper shaper(small_survey().loaded->fonts, resources_of("sv").hyphenation, "sv-SE");
  const std::string name = "Härryda";
  const ShapedWord before = shaper.word(0, name);
  const double space = shaper.width(" ", {});
  const ShapedWord* place = &shaper.word(0, name);
  shaper.forget_if_many();
  CHECK(&shaper.word(0, name) == place);  // not many yet
  for (int i = 0; i < 60'000; ++i) shaper.word(0, std::to_string(1'000'000 + i));
  shaper.forget_if_many();
  const ShapedWord& after = shaper.word(0, name);
  CHECK(after.glyphs == before.glyphs);
  CHECK(after.width == before.width);
  CHECK(shaper.width(" ", {}) == space);
}
