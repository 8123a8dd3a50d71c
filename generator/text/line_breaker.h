// Lines of ragged text by a total fit: over all ways of breaking, the one whose lines come out most even, with few and
// never neighbouring hyphens and no single short word on the last line. After Knuth and Plass, "Breaking Paragraphs
// into Lines" (Software: Practice and Experience 11, 1981), with the shortfall of each line instead of stretched
// spaces.
#pragma once

#include <string>
#include <vector>

#include "text/shaper.h"

namespace mognad {

/// A stretch of text in one style; one that is more than text, a link or a name, has a number of its own.
struct StyledSpan {
  std::string text;
  TextStyle style;
  int mark = -1;
  bool hyphenate = true;  // false: its words are never divided, as those of names
};

struct LineOptions {
  bool hyphenate = true;
  bool balance = false;  // lines of equal length, for titles, instead of filled ones
};

/// A line that ends between two words ends with a space that has no width of its own.
struct Line {
  std::vector<GlyphRun> runs;  // origins relative to the left end of the line's baseline
  std::vector<int> marks;      // of each run: StyledSpan::mark
  double width = 0;
};

/// Breaks at spaces, at the word's own hyphens and, if wanted, by hyphenation. U+00A0 holds together; "\n" ends a line.
/// A word that is wider than `width` alone makes its line too wide; callers that can't allow it check Line::width.
/// Empty text gives no lines.
std::vector<Line> break_lines(Shaper& shaper, const std::vector<StyledSpan>& spans, double width,
                              LineOptions options = {});

}  // namespace mognad
