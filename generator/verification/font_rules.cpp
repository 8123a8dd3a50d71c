#include "verification/font_checks.h"
#include "verification/rules.h"

namespace mognad::verification {
namespace {

// What PDF/A-3 and PDF/UA-1 both demand stands twice, because each has its clause.
constexpr Rule kFontList[] = {
    {"A3-6.2.11.2-1", "ISO 19005-3, 6.2.11.2; ISO 32000-1, 9.6 and 9.7",
     "A font dictionary has the entries of its kind",
     "Write Type, Subtype and BaseFont, and of a simple font FirstChar, LastChar and Widths"},
    {"A3-6.2.11.2-2", "ISO 19005-3, 6.2.11.2; ISO 32000-1, 9.9, table 126",
     "A font program is embedded in the way of its kind",
     "Put TrueType into FontFile2, CFF into FontFile3 with its Subtype"},
    {"A3-6.2.11.2-3", "ISO 19005-3, 6.2.11.2; ISO 32000-1, 9.8.1, table 122",
     "A font descriptor has its required entries",
     "Write Flags, FontBBox, ItalicAngle, Ascent, Descent, CapHeight and StemV"},
    {"A3-6.2.11.2-4", "ISO 19005-3, 6.2.11.2; ISO 32000-1, 9.6.4 and 9.8.1",
     "A font has the same name, with the same tag of its subset, everywhere",
     "Write one name into BaseFont and FontName"},
    {"A3-6.2.11.3.1-1", "ISO 19005-3, 6.2.11.3.1; ISO 32000-1, 9.7.6.1", "A Type 0 font has exactly one descendant",
     "Write one CIDFont into DescendantFonts"},
    {"A3-6.2.11.3.1-2", "ISO 19005-3, 6.2.11.3.1", "The CIDSystemInfo of a CIDFont fits that of its CMap",
     "Use Identity-H, or the same Registry and Ordering"},
    {"UA1-7.21.3.1-1", "ISO 14289-1, 7.21.3.1; Matterhorn 31-001, 31-002, 31-003",
     "The CIDSystemInfo of a CIDFont fits that of its CMap", "Use Identity-H, or the same Registry and Ordering"},
    {"A3-6.2.11.3.2-1", "ISO 19005-3, 6.2.11.3.2", "A CIDFontType2 has a CIDToGIDMap, a stream or Identity",
     "Write the CIDToGIDMap"},
    {"UA1-7.21.3.2-1", "ISO 14289-1, 7.21.3.2; Matterhorn 31-004, 31-005",
     "A CIDFontType2 has a CIDToGIDMap, a stream or Identity", "Write the CIDToGIDMap"},
    {"A3-6.2.11.3.3-1", "ISO 19005-3, 6.2.11.3.3", "A CMap is Identity-H, Identity-V or embedded", "Use Identity-H"},
    {"UA1-7.21.3.3-1", "ISO 14289-1, 7.21.3.3; Matterhorn 31-006", "A CMap is Identity-H, Identity-V or embedded",
     "Use Identity-H"},
    {"A3-6.2.11.3.3-2", "ISO 19005-3, 6.2.11.3.3", "The WMode of an embedded CMap is that of its dictionary",
     "Write the same WMode into both"},
    {"UA1-7.21.3.3-2", "ISO 14289-1, 7.21.3.3; Matterhorn 31-007",
     "The WMode of an embedded CMap is that of its dictionary", "Write the same WMode into both"},
    {"A3-6.2.11.4.1-1", "ISO 19005-3, 6.2.11.4.1", "The program of every font that is shown is embedded",
     "Embed the font program"},
    {"UA1-7.21.4.1-1", "ISO 14289-1, 7.21.4.1; Matterhorn 31-009",
     "The program of every font that is shown is embedded", "Embed the font program"},
    {"A3-6.2.11.4.1-2", "ISO 19005-3, 6.2.11.4.1", "An embedded program has all glyphs that are shown",
     "Keep the glyph in the subset"},
    {"UA1-7.21.4.1-2", "ISO 14289-1, 7.21.4.1; Matterhorn 31-011", "An embedded program has all glyphs that are shown",
     "Keep the glyph in the subset"},
    {"A3-6.2.11.4.2-1", "ISO 19005-3, 6.2.11.4.2", "A CIDSet names the glyphs that the program has, all and no others",
     "Leave CIDSet out"},
    {"UA1-7.21.4.2-1", "ISO 14289-1, 7.21.4.2; Matterhorn 31-014, 31-015",
     "A CIDSet names the glyphs that the program has, all and no others", "Leave CIDSet out"},
    {"A3-6.2.11.5-1", "ISO 19005-3, 6.2.11.5", "A glyph is as wide in the font dictionary as in the program",
     "Write the program's widths into W"},
    {"UA1-7.21.5-1", "ISO 14289-1, 7.21.5; Matterhorn 31-016",
     "A glyph is as wide in the font dictionary as in the program", "Write the program's widths into W"},
    {"A3-6.2.11.6-1", "ISO 19005-3, 6.2.11.6", "A simple TrueType font is encoded as symbolic or as not symbolic",
     "Use WinAnsiEncoding with the flag for not symbolic, or no Encoding with the flag for symbolic"},
    {"UA1-7.21.6-1", "ISO 14289-1, 7.21.6; Matterhorn 31-017 to 31-026",
     "A simple TrueType font is encoded as symbolic or as not symbolic",
     "Use WinAnsiEncoding with the flag for not symbolic, or no Encoding with the flag for symbolic"},
    {"A3-6.2.11.7.2-1", "ISO 19005-3, 6.2.11.7.2", "A font has a ToUnicode map", "Write ToUnicode"},
    {"UA1-7.21.7-1", "ISO 14289-1, 7.21.7; Matterhorn 31-027", "A font has a ToUnicode map", "Write ToUnicode"},
    {"A3-6.2.11.7.2-2", "ISO 19005-3, 6.2.11.7.2", "Every code that is shown stands for a character in Unicode",
     "Add the code to ToUnicode"},
    {"UA1-7.21.7-2", "ISO 14289-1, 7.2 and 7.21.7; Matterhorn 10-001",
     "Every code that is shown stands for a character in Unicode", "Add the code to ToUnicode"},
    {"A3-6.2.11.7.2-3", "ISO 19005-3, 6.2.11.7.2", "ToUnicode leads to no U+0000, U+FEFF or U+FFFE",
     "Map the code to its character, or mark the text with ActualText"},
    {"UA1-7.21.7-3", "ISO 14289-1, 7.21.7; Matterhorn 31-028, 31-029", "ToUnicode leads to no U+0000, U+FEFF or U+FFFE",
     "Map the code to its character, or mark the text with ActualText"},
    {"A3-6.2.11.7.2-4", "ISO 19005-3, 6.2.11.7.2; ISO 32000-1, 9.10.3", "A ToUnicode map can be read",
     "Write bfchar and bfrange as UTF-16BE, each code once"},
    {"A3-6.2.11.7.3-1", "ISO 19005-3, 6.2.11.7.3",
     "A character of the Private Use Area has an ActualText that says what it is", "Mark the text with ActualText"},
    {"A3-6.2.11.8-1", "ISO 19005-3, 6.2.11.8", "No text refers to .notdef", "Use a font that has the character"},
    {"UA1-7.21.8-1", "ISO 14289-1, 7.21.8; Matterhorn 31-030", "No text refers to .notdef",
     "Use a font that has the character"},
    {"M-font-1", "Our own", "A font is of a kind whose glyphs this checker compares: Type 0 with Identity-H",
     "Write the text with a Type 0 font"},
};

void check_font_rules(const ReadFile& file, Findings& findings) {
  for (const auto& [number, font] : file.fonts.all()) check_font_dictionary(file, font, findings);
  for (const auto& [number, use] : font_uses(file)) {
    if (const FontReading* font = file.fonts.font(number)) check_font_use(file, *font, use, findings);
    else report(findings, kFontRules, "A3-6.2.11.2-1", on_page(use.page), "text without a font");
  }
}

}  // namespace

const RuleGroup kFontRules{"font", kFontList, check_font_rules};

}  // namespace mognad::verification
