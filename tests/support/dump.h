// Documents as readable text: the content of a report, and the words of a page, to assert on and to compare with
// references.
#pragma once

#include <string>
#include <vector>

#include "layout/pages.h"
#include "report/report.h"

namespace mognad::test {

/// The content of a report, a line for each text: sections, blocks, cells, captions and descriptions.
std::string dump(const Report& report);

/// Every text of a report, each whole: what a reader can see or hear.
std::vector<std::string> texts_of(const Report& report);

/// Calls `visit` with every block of the sections, those in columns included.
template <class Visit>
void each_block(const Blocks& blocks, Visit visit) {
  for (const Block& block : blocks) {
    visit(block);
    if (const auto* columns = std::get_if<Columns>(&block))
      for (const Blocks& column : columns->columns) each_block(column, visit);
  }
}

/// A run of glyphs on a page: the element that it belongs to and the box that its letters fill.
struct PlacedText {
  int element = TagBegin::kArtifact;
  GlyphRun run;
  Rect box;
};
std::vector<PlacedText> placed_texts(const Picture& picture);

/// All texts of a picture in painting order, a line each.
std::string text_of(const Picture& picture);

/// Whether two texts stand on each other.
bool collide(const PlacedText& a, const PlacedText& b);

/// The text is the reference's of that name under tests/references/; with MOGNAD_ACCEPT=1 it becomes the reference.
void check_reference(const std::string& name, const std::string& text);

}  // namespace mognad::test
