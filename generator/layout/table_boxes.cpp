#include "layout/table_boxes.h"

#include <algorithm>
#include <map>
#include <set>

namespace mognad {
namespace {

/// Corners of all that is drawn inside a table.
class Extent {
 public:
  void add(double left, double top, double right, double bottom) {
    left_ = std::min(left_, left);
    top_ = std::min(top_, top);
    right_ = std::max(right_, right);
    bottom_ = std::max(bottom_, bottom);
  }
  Rect box() const { return {left_, top_, right_ - left_, bottom_ - top_}; }

 private:
  double left_ = kA4.width, top_ = kA4.height, right_ = 0, bottom_ = 0;
};

/// The table around an element; −1: none.
int table_around(const std::vector<Element>& elements, int element) {
  while (element >= 0 && elements[static_cast<std::size_t>(element)].role != Role::table)
    element = elements[static_cast<std::size_t>(element)].parent;
  return element;
}

void add_run(Extent& extent, const GlyphRun& run) {
  constexpr double kAscent = 0.8, kDescent = 0.25;  // of the size: what letters reach
  extent.add(run.origin.x, run.origin.y - kAscent * run.size, run.origin.x + run.width,
             run.origin.y + kDescent * run.size);
}

}  // namespace

void set_table_boxes(Pages& pages) {
  std::map<int, Extent> extents;
  std::map<int, std::set<int>> found_on;
  for (std::size_t page = 0; page < pages.pages.size(); ++page) {
    int table = -1;
    for (const Item& item : pages.pages[page].picture.items) {
      if (const auto* tag = std::get_if<TagBegin>(&item)) table = table_around(pages.elements, tag->element);
      const auto* run = std::get_if<GlyphRun>(&item);
      if (!run || table < 0) continue;
      add_run(extents[table], *run);
      found_on[table].insert(static_cast<int>(page));
    }
  }
  for (const auto& [table, extent] : extents) {
    if (found_on[table].size() != 1) continue;
    Element& element = pages.elements[static_cast<std::size_t>(table)];
    element.page = *found_on[table].begin();
    element.box = extent.box();
  }
}

}  // namespace mognad
