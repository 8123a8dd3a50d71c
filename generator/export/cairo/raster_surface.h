// Pictures of pixels as surfaces of Cairo, and those that recur kept in the size in which they are shown: a logo of a
// million pixels stands on every cover with a few thousand. A ShownImages belongs to one thread.
#pragma once

#include <cairo.h>

#include <memory>
#include <vector>

#include "drawing/raster.h"

namespace mognad {

struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using CairoSurface = std::unique_ptr<cairo_surface_t, DestroySurface>;

/// The same pixels. Without memory, or without a size, the surface is one in the state of an error, as Cairo has it.
CairoSurface surface_of(const Raster& raster);

class ShownImages {
 public:
  /// In so many pixels, or in those that it has where these are fewer. Stays valid until three others were asked for.
  cairo_surface_t* shown(const std::shared_ptr<const Raster>& raster, double columns, double rows);

 private:
  struct Kept {
    std::shared_ptr<const Raster> raster;
    int columns = 0, rows = 0;
    CairoSurface surface;
  };
  std::vector<Kept> kept_;  // the last asked for at the end
};

}  // namespace mognad
