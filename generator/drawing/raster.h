// Raster: a rectangle of opaque pixels, and the two ways to get one: a Canvas that Cairo paints on, and fewer pixels
// from many. Values; a Canvas belongs to one thread.
#pragma once

#include <memory>
#include <string>

#include "base/colour.h"

struct _cairo;

namespace mognad {

/// Rows from top to bottom, pixels from left to right, each a byte of red, green and blue (sRGB).
struct Raster {
  int columns = 0;
  int rows = 0;
  std::string pixels;  // columns × rows × 3 bytes
  std::string name;    // letters and digits that tell it from every other picture; given by who reads it

  friend bool operator==(const Raster&, const Raster&) = default;
};

/// The same picture in fewer pixels, each the mean of those that it replaces. Neither side may grow.
Raster shrunk(const Raster& raster, int columns, int rows);

/// A sheet of paper on which others paint with Cairo.
class Canvas {
 public:
  Canvas(int columns, int rows, Colour paper);

  /// What to paint on; lives as long as the canvas.
  _cairo* context() { return context_.get(); }

  /// What is painted so far; nothing is transparent, for the paper shows through.
  Raster raster() const;

 private:
  struct Destroy {
    void operator()(_cairo* context) const;
  };
  std::unique_ptr<_cairo, Destroy> context_;
};

}  // namespace mognad
