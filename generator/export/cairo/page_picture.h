// Pictures of pages as they look on paper, small enough for a gallery: a Picture painted by Cairo in a given width.
// What recurs from page to page is kept: the sheet that is painted on, outlines of letters, the sender's logo. Belongs
// to one thread, as the outlines do.
#pragma once

#include <string>

#include "base/result.h"
#include "drawing/picture.h"
#include "export/cairo/painter.h"

namespace mognad {

/// Columns of the first page's picture beside others, and of pages that are read.
inline constexpr int kFirstPageColumns = 300;
inline constexpr int kReadPageColumns = 827;  // A4 at 100 to the inch

struct PagePicture {
  std::string png;
  int columns = 0;
  int rows = 0;
};

class PagePainter {
 public:
  /// Borrowed; `paper` is the ground.
  PagePainter(GlyphOutlines& outlines, Colour paper) : outlines_(outlines), paper_(paper) {}

  /// A PNG of so many columns, the rows as the page's sides ask. The same bytes for the same page. A page without a
  /// size is an error.
  Result<PagePicture> paint(const Picture& page, int columns);

 private:
  cairo_surface_t* sheet(int columns, int rows);

  GlyphOutlines& outlines_;
  Colour paper_;
  ShownImages images_;
  CairoSurface sheet_;
};

}  // namespace mognad
