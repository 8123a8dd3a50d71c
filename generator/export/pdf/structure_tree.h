// The structure tree of a tagged document (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7).
#pragma once

#include <vector>

#include "export/pdf/content_stream.h"

namespace mognad::pdf {

/// An annotation and the element that it belongs to.
struct AnnotationPlace {
  Ref annotation;
  int element = 0;
  std::size_t page = 0;
};

/// What of the pages belongs to elements: for each page the element of each marked-content id, and all annotations in
/// the order of the keys of the parent tree that follow those of the pages.
struct StructureContent {
  std::vector<std::vector<int>> marked;
  std::vector<AnnotationPlace> annotations;
};

/// Writes all elements and the parent tree; returns the tree's root.
Ref write_structure(PdfFile& file, const std::vector<Element>& elements, const std::vector<Ref>& pages,
                    double page_height, const StructureContent& content);

/// What a structure must not be: figures without a description, headings that skip a level, rows of unequal length,
/// lists and tables with children that don't belong there.
Problems check_structure(const std::vector<Element>& elements);

}  // namespace mognad::pdf
