// Paints a Picture on a surface of Cairo. Letters are outlines, unhinted, so the picture is the same on every machine
// and no font has to be installed. Of one thread at a time, as the outlines are.
#pragma once

#include <cairo.h>

#include <memory>
#include <vector>

#include "base/problem.h"
#include "drawing/picture.h"
#include "export/cairo/raster_surface.h"
#include "text/glyph_outlines.h"

namespace mognad {

struct DestroyContext {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using CairoContext = std::unique_ptr<cairo_t, DestroyContext>;

class Painter {
 public:
  /// All are borrowed. Without `images` pictures of pixels are passed by: they stand on covers, and a figure has none.
  Painter(cairo_t* context, GlyphOutlines& outlines, ShownImages* images = nullptr)
      : cairo_(context), outlines_(outlines), images_(images) {}

  /// The whole surface in one colour.
  void fill_ground(Colour paper);
  /// All items in their order. Tags and links belong to documents and are passed by.
  void run(const Picture& picture);

 private:
  void set(Colour c);
  void paint(const TagBegin&) {}
  void paint(const TagEnd&) {}
  void paint(const Link&) {}
  void paint(const Image& image);
  void paint(const Path& path);
  void paint(const GlyphRun& run);
  void stroke(const Stroke& stroke);
  void add(const std::vector<Segment>& segments);

  cairo_t* cairo_;
  GlyphOutlines& outlines_;
  ShownImages* images_;
};

/// That a picture couldn't be painted, and why.
Problem painting_failed(cairo_status_t status);

}  // namespace mognad
