// The fonts of a file as its rules and its readers need them: which character a code stands for, and what the embedded
// font program says of the glyph (ISO 32000-1, 9.6 to 9.10).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "verification/document.h"

namespace mognad::verification {

/// Codes of two bytes are those of Identity-H; the only fonts of our files.
struct FontReading {
  int object = 0;
  std::map<int, std::string> unicode;  // ToUnicode: code → UTF-8
  std::vector<int> glyph_of_code;      // CIDToGIDMap; empty: identity
  std::map<int, double> widths;        // W, in thousandths of an em
  double default_width = 1000;
  std::vector<double> program_widths;  // of each glyph of the embedded program, in thousandths; empty: none embedded
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

 private:
  std::map<int, FontReading> fonts_;
};

}  // namespace mognad::verification
