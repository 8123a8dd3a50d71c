// Pages: a laid-out document. Each page is a Picture whose items are tagged with elements of one structure tree, so
// that what is seen and what is read aloud come from the same place. Exporters walk it and move nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "drawing/picture.h"
#include "report/report.h"

namespace mognad {

/// Structure types of ISO 32000-1, 14.8.4, that documents of ours use.
enum class Role {
  document,
  sect,
  h1,
  h2,
  p,
  l,
  li,
  lbl,
  lbody,
  table,
  thead,
  tbody,
  tr,
  th,
  td,
  figure,
  caption,
  toc,
  toci,
  reference,
  link,
  span
};

struct Element {
  enum class Scope { none, column, row };
  Role role = Role::document;
  int parent = -1;          // index of the parent; elements stand in reading order, parents before children
  std::string title;        // of a section
  std::string alternative;  // description of a figure
  Scope scope = Scope::none;
  bool numbered = false;     // of a list
  int page = -1;             // of a figure, and of a table that stands on one page
  Rect box;                  // of these, on their page
  std::string language;      // of its text, where it isn't its parent's
  std::string organisation;  // code of the organisation that it names
};

struct Page {
  Picture picture;
};

struct Bookmark {
  std::string title;
  int level = 0;  // 0 or 1
  int page = 0;
  double y = 0;
};

/// Where a section begins.
struct SectionPlace {
  int page = 0;
  double y = 0;
};

struct Pages {
  std::vector<Page> pages;
  std::vector<Element> elements;  // the first is the document
  std::vector<Bookmark> bookmarks;
  std::vector<SectionPlace> sections;  // of the report, in their order
  std::vector<std::string> left_out;   // labels that charts had no room for
};

/// A4 in points.
inline constexpr Size kA4{595.28, 841.89};

}  // namespace mognad
