// A row: the smallest part of a document that is never divided. Blocks become rows; flow puts rows on pages.
#pragma once

#include <memory>
#include <vector>

#include "drawing/picture.h"

namespace mognad {

/// The number of the page where a section begins; known when all of them are laid out.
struct PageNumberSlot {
  std::size_t item = 0;  // an empty GlyphRun of the picture, its origin at the right end
  int section = 0;
};

struct Row {
  Picture picture;                               // its size is the row's; the origin is its upper left corner
  double space_before = 0;                       // left out at the top of a page
  bool keep_with_next = false;                   // never the last on a page
  std::shared_ptr<const Picture> repeated_head;  // put above the row when it begins a page
  std::vector<int> figures;                      // elements whose box and page are set where the row is placed
  int heading_level = -1;                        // a bookmark is made of it: 0 section, 1 heading
  std::string heading;
  bool filler = false;  // left out where it doesn't fit
  std::vector<PageNumberSlot> page_numbers;
};

using Rows = std::vector<Row>;

}  // namespace mognad
