// Paints a Picture on a surface of Cairo. Letters are outlines, unhinted, so the picture is the same on every machine
// and no font has to be installed. Of one thread at a time, as the outlines are.
#pragma once

#include <cairo.h>

#include <memory>
#include <vector>

#include "base/problem.h"
#include "drawing/picture.h"
#include "text/glyph_outlines.h"

namespace mognad {

struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyContext {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using CairoSurface = std::unique_ptr<cairo_surface_t, DestroySurface>;
using CairoContext = std::unique_ptr<cairo_t, DestroyContext>;

class Painter {
 public:
  /// Both are borrowed.
  Painter(cairo_t* context, GlyphOutlines& outlines) : cairo_(context), outlines_(outlines) {}

  /// The whole surface in one colour.
  void fill_ground(Colour paper);
  /// All items in their order. Tags and links belong to documents and are passed by; so are pictures of pixels.
  void run(const Picture& picture);

 private:
  void set(Colour c);
  void paint(const TagBegin&) {}
  void paint(const TagEnd&) {}
  /// Links lead into documents, and pictures of pixels stand on their covers: a figure has neither.
  void paint(const Link&) {}
  void paint(const Image&) {}
  void paint(const Path& path);
  void paint(const GlyphRun& run);
  void stroke(const Stroke& stroke);
  void add(const std::vector<Segment>& segments);

  cairo_t* cairo_;
  GlyphOutlines& outlines_;
};

/// That a picture couldn't be painted, and why.
Problem painting_failed(cairo_status_t status);

}  // namespace mognad
