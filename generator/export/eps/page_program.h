// The program that paints a Picture, in PostScript (PostScript Language Reference, third edition): what it calls, and
// its own lines. Used once for a picture; coordinates are the picture's, points with y downwards, and whoever runs the
// program turns them. No line is longer than DSC allows (255 characters). Of one thread at a time, as the outlines are.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "drawing/picture.h"
#include "text/glyph_outlines.h"

namespace mognad {

class PageProgram {
 public:
  /// Borrowed.
  explicit PageProgram(GlyphOutlines& outlines) : outlines_(outlines) {}

  /// A rectangle in one colour from the origin.
  void fill_ground(Size size, Colour paper);
  /// All items in their order. Tags and links belong to documents and are passed by; so are pictures of pixels.
  void run(const Picture& picture);

  /// Definitions that the lines need: short names of operators, and a procedure for each glyph that is shown.
  std::string procedures() const;
  const std::string& lines() const { return lines_; }

 private:
  void paint(const TagBegin&) {}
  void paint(const TagEnd&) {}
  /// Links lead into documents, and pictures of pixels stand on their covers: a figure has neither.
  void paint(const Link&) {}
  void paint(const Image&) {}
  void paint(const Path& path);
  void paint(const GlyphRun& run);
  void set(Colour colour);
  void set(const Stroke& stroke);
  /// Empty: the glyph has no shape.
  const std::string& name_of(FontIndex font, std::uint32_t glyph);

  GlyphOutlines& outlines_;
  std::map<std::pair<FontIndex, std::uint32_t>, std::string> names_;
  std::string glyphs_;
  std::string lines_;
  // What the last lines set, so that it isn't set again.
  std::optional<Colour> colour_;
  double width_ = 1;
  Cap cap_ = Cap::butt;
  std::vector<double> dash_;
};

}  // namespace mognad
