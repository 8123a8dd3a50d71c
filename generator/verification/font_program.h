// An embedded font program, as far as rules ask for it: how many glyphs it has, how wide they are, and which CID each
// is in a program that is keyed by CIDs. Read with FreeType, which appears in font_program.cpp alone.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mognad::verification {

struct FontProgram {
  /// As FreeType names it: "TrueType", "CFF", "Type 1", "CID Type 1"; empty: damaged.
  std::string format;
  bool is_wrapped = false;  // in the tables of TrueType or OpenType
  int units_per_em = 0;
  std::vector<double> widths;  // of each glyph, in thousandths of an em
  bool keyed_by_cid = false;
  std::map<int, int> glyph_of_cid;  // of a program that is keyed by CIDs
  int character_maps = 0;
  bool has_symbol_map = false;   // (3, 0)
  bool has_unicode_map = false;  // (3, 1) or (1, 0)
};

/// A damaged program has no format and no glyphs.
FontProgram read_font_program(std::string_view bytes);

/// Of the FreeType that reads them: "2.12.1".
std::string freetype_version();

}  // namespace mognad::verification
