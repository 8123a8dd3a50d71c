// The fonts of a theme, read once and shared by all threads: the bytes of each file and the measures that layout and
// the PDF writer need.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "drawing/theme.h"
#include "files/files.h"

namespace mognad {

/// Lengths in font units unless said otherwise.
struct FontFile {
  std::string path;
  std::string bytes;
  std::string family;           // "Lato"
  std::string style;            // "Semibold"
  std::string postscript_name;  // "Lato-Semibold"
  int units_per_em = 1000;
  int ascender = 0;
  int descender = 0;  // negative
  int cap_height = 0;
  int x_height = 0;
  int glyphs = 0;
  int weight = 400;
  double italic_angle = 0;
  int x_min = 0, y_min = 0, x_max = 0, y_max = 0;
};

using FontSet = std::vector<FontFile>;  // by FontIndex

/// Finds and reads each font of the theme in its folders. A font that is missing is an error that says where it was
/// searched and which Debian package holds it.
Result<FontSet> load_fonts(const Theme& theme, const Files& files);

}  // namespace mognad
