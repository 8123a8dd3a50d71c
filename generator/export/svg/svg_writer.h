// A Picture to SVG 1.1 whose text stays text: searchable, read aloud, editable in an office program. Each word stands
// where the display list has it and is as wide as it was shaped, so a reader without the font sees the same places.
#pragma once

#include <string>
#include <string_view>

#include "drawing/picture.h"
#include "text/font_set.h"

namespace mognad {

/// What a reader hears of the picture, and the ground that it stands on.
struct SvgOptions {
  std::string title;
  std::string description;
  std::string language;            // BCP 47: "sv-SE"
  std::string notice;              // said before the description: that the data are an example; empty: nothing
  Colour paper{0xFF, 0xFF, 0xFF};  // fills the picture
};

/// The file's bytes, UTF-8, the same for the same input. Fonts are named by their family, weight and slope; they are
/// not embedded.
std::string write_svg(const Picture& picture, const SvgOptions& options, const FontSet& fonts);

/// Text for XML 1.0: the five signs are escaped, and characters that XML can't hold become U+FFFD.
std::string xml_text(std::string_view utf8);

}  // namespace mognad
