// What a screen reader says on its way through a finished file, as lines of text: headings with their level,
// paragraphs, items with their labels, cells of tables with their heads, figures with their description, links with
// what they lead to. It follows the structure tree alone, so that what is not in the tree is not said.
//
//   heading 2: Results
//   list of 3 items
//   item 1.: Fewer systems
//   row: Capability Innovation; Score 43.8
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "verification/conformance.h"

namespace mognad::verification {

/// The text of marked content on a page, from 0, by its MCID.
using MarkedText = std::function<std::string(int page, int mcid)>;

/// The text that the pages show, with the ActualText of marks. Keeps references to the file.
MarkedText marked_text(const ReadFile& file);

std::vector<std::string> spoken(const ReadFile& file, const MarkedText& text);

}  // namespace mognad::verification
