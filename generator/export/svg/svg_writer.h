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

/// What a picture inside a page of HTML is called there.
struct InlineSvg {
  std::string id;           // begins the ids of its title and description; unique in the page
  std::string style_class;  // for the page's style
  std::string title;        // may be empty
  std::string description;
};

/// An element of HTML that looks as the file does, on the ground of the page. The page's style keeps the spaces of its
/// text (white-space: pre) and switches ligatures off, as they were when it was shaped.
std::string write_inline_svg(const Picture& picture, const InlineSvg& options, const FontSet& fonts);

/// Text for XML 1.0: the five signs are escaped, and characters that XML can't hold become U+FFFD.
std::string xml_text(std::string_view utf8);

}  // namespace mognad
