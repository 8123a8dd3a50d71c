// Picture: the display list. Everything that can be seen is one of these items, in points, y downwards, painted in
// order. Charts make Pictures, layout places them on pages, and exporters walk them; none of them decides a position
// again.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/colour.h"
#include "base/geometry.h"
#include "drawing/raster.h"

namespace mognad {

/// One piece of a path. `points` holds one point for move and line, three for curve, none for close.
struct Segment {
  enum class Kind : std::uint8_t { move, line, curve, close };
  Kind kind = Kind::move;
  Point points[3];

  friend bool operator==(const Segment&, const Segment&) = default;
};

enum class Cap : std::uint8_t { butt, round, square };

struct Stroke {
  Colour colour;
  double width = 1;
  Cap cap = Cap::butt;
  std::vector<double> dash;  // empty: a solid line

  friend bool operator==(const Stroke&, const Stroke&) = default;
};

/// Filled with the non-zero rule, then stroked.
struct Path {
  std::vector<Segment> segments;
  std::optional<Colour> fill;
  std::optional<Stroke> stroke;

  friend bool operator==(const Path&, const Path&) = default;
};

/// Index into the fonts of a theme.
using FontIndex = int;

struct Glyph {
  std::uint32_t id = 0;       // in the font file
  std::uint32_t cluster = 0;  // where its characters begin in the run's text; several glyphs may share one
  int advance = 0;            // in font units, kerning included
  int x_offset = 0;           // font units
  int y_offset = 0;

  friend bool operator==(const Glyph&, const Glyph&) = default;
};

/// Shaped text on one line: glyphs, and the text that they stand for. A hyphen that line breaking put at the end is
/// U+00AD in the text.
struct GlyphRun {
  FontIndex font = 0;
  double size = 0;
  double tracking = 0;  // added to each advance, in points
  Colour colour;
  Point origin;  // left end of the baseline
  double width = 0;
  std::string text;  // UTF-8
  std::vector<Glyph> glyphs;

  friend bool operator==(const GlyphRun&, const GlyphRun&) = default;
};

/// Pixels that fill a box.
struct Image {
  std::shared_ptr<const Raster> raster;  // never null; shared by all pictures that show it
  Rect box;

  friend bool operator==(const Image&, const Image&) = default;
};

/// Everything up to the matching end belongs to that element of the document's structure, or is an artifact.
struct TagBegin {
  static constexpr int kArtifact = -1;
  int element = kArtifact;

  friend bool operator==(const TagBegin&, const TagBegin&) = default;
};
struct TagEnd {
  friend bool operator==(const TagEnd&, const TagEnd&) = default;
};

/// A place to click on, inside the tags of the element that it belongs to. It leads to an address, or to a part of the
/// same document.
struct Link {
  Rect box;
  int element = -1;
  std::string uri;          // empty: inside the document
  int section = -1;         // of the document, counted from 0
  std::string description;  // where it leads, in words

  friend bool operator==(const Link&, const Link&) = default;
};

using Item = std::variant<Path, GlyphRun, Image, Link, TagBegin, TagEnd>;

struct Picture {
  Size size;
  std::vector<Item> items;

  friend bool operator==(const Picture&, const Picture&) = default;
};

/// Moves an item by an offset.
void move_item(Item& item, Point by);

/// Appends all items of `part`, moved by an offset.
void append(Picture& whole, Picture part, Point at);

/// The picture `factor` times as large, everything in it evenly: lines, dashes and letters too.
Picture scaled(Picture picture, double factor);

/// A closed rectangle, and an open straight line.
Path filled_rectangle(const Rect& rect, Colour fill);
Path framed_rectangle(const Rect& rect, std::optional<Colour> fill, Stroke stroke);
Path straight_line(Point from, Point to, Stroke stroke);

}  // namespace mognad
