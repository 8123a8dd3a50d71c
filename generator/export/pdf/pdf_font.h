// A font as it goes into every document: subset once to a fixed repertoire and all that its shaping reaches, compressed
// once.
//
// Text is written as CIDs of our own numbering, one for each pair of glyph and character, so that the ToUnicode map is
// exact: a hyphen at a line end is U+00AD, a no-break space stays one, although each shares its glyph with another
// character. A CIDToGIDMap leads from the CIDs to the glyphs (ISO 32000-1, 9.7.4; ISO 19005-3, 6.2.11).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "export/pdf/pdf_file.h"
#include "text/font_set.h"

namespace mognad::pdf {

class PdfFont {
 public:
  /// An error when the font can't be subset.
  static Result<PdfFont> make(const FontFile& file);

  /// The CID of a glyph that stands for exactly that character; nothing when the repertoire lacks it.
  std::optional<std::uint16_t> cid(std::uint32_t glyph, char32_t character) const {
    const auto first = cid(glyph);
    return !first || characters_[*first] == character ? first : other_cid(glyph, character);
  }
  /// Any CID of a glyph, for clusters whose text is given separately.
  std::optional<std::uint16_t> cid(std::uint32_t glyph) const {
    if (glyph >= first_cid_.size() || first_cid_[glyph] == 0) return std::nullopt;
    return first_cid_[glyph];
  }

  /// The font's own advance of a CID, in font units.
  int advance(std::uint16_t cid) const { return advances_[cid]; }
  int units_per_em() const { return units_per_em_; }

  /// Writes the font's objects; the Type 0 font.
  Ref write(PdfFile& file) const;

 private:
  /// Of a glyph that stands for several characters, such as the two spaces.
  std::optional<std::uint16_t> other_cid(std::uint32_t glyph, char32_t character) const;

  std::string name_;  // with its subset tag
  int units_per_em_ = 1000;
  Deflated program_;
  int program_length_ = 0;
  Deflated to_unicode_;
  Deflated cid_to_gid_;
  std::string widths_;
  Dict descriptor_;
  std::unordered_map<std::uint64_t, std::uint16_t> pairs_;
  std::vector<std::uint16_t> first_cid_;  // by glyph; 0: not in the repertoire
  std::vector<char32_t> characters_;      // by CID
  std::vector<int> advances_;             // by CID
};

}  // namespace mognad::pdf
