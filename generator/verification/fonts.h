// The fonts of a file as its rules and its readers need them: which character a code stands for, and what the embedded
// font program says of the glyph (ISO 32000-1, 9.6 to 9.10).
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "verification/document.h"
#include "verification/font_program.h"

namespace mognad::verification {

/// Codes of two bytes are those of Identity-H; the only fonts of our files.
struct FontReading {
  int object = 0;
  std::map<int, std::string> unicode;  // ToUnicode: code → UTF-8
  std::vector<int> glyph_of_code;      // CIDToGIDMap; empty: identity
  std::map<int, double> widths;        // W, in thousandths of an em
  double default_width = 1000;
  std::vector<double> program_widths;  // of each glyph of the embedded program, in thousandths; empty: none embedded
  std::string subtype;                 // of the font: "Type0", "TrueType"
  std::string descendant;              // of the one descendant: "CIDFontType2"; empty: there is not just one
  std::shared_ptr<const FontProgram> program;  // null: none embedded
  bool has_unicode = false;                    // a ToUnicode stream stands there
  std::vector<std::string> faults;             // of ToUnicode, W and CIDToGIDMap

  /// Codes are two bytes long, those of Identity-H or Identity-V.
  bool is_composite() const { return subtype == "Type0"; }
  /// The code's glyph in the program; −1: CIDToGIDMap or the program leads to none.
  int glyph_of(int code) const;
  /// What the font's dictionary says of the code's width.
  double width_of(int code) const;
};

class Fonts {
 public:
  /// Reads every font dictionary in the resources of the pages. Fonts that the process has seen before, byte for byte,
  /// are not read again; safe from several threads.
  static Fonts read(const Document& document);

  /// Null for an object that is no font.
  const FontReading* font(int object) const;
  const std::map<int, FontReading>& all() const { return fonts_; }

  /// The characters of codes; U+FFFD for a code without any.
  std::string text(int font, std::string_view codes) const;
  /// The codes of a string that is shown in the font.
  static void for_each_code(const FontReading& font, std::string_view codes, const auto& use) {
    if (!font.is_composite())
      for (const char c : codes) use(static_cast<int>(static_cast<unsigned char>(c)));
    else
      for (std::size_t i = 0; i + 1 < codes.size(); i += 2)
        use(static_cast<int>(static_cast<unsigned char>(codes[i])) << 8 | static_cast<unsigned char>(codes[i + 1]));
  }

 private:
  std::map<int, FontReading> fonts_;
};

}  // namespace mognad::verification
