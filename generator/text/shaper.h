// Shaper: words to glyphs with Pango. A word is itemised and shaped once for each font, at the size of the em, and
// kept; Lato and its like scale linearly without hinting, so every size uses the same advances. Ligatures are off
// (compound borders, text extraction), kerning is on. A Shaper belongs to one thread; it sees only the fonts that it is
// given, never the system's configuration, so the same text gives the same glyphs on every machine.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/font_set.h"
#include "text/hyphenator.h"

namespace mognad {

/// A place inside a word where a line may end: before the byte `offset`, with a hyphen added or (after "-" or "/")
/// none.
struct WordBreak {
  std::size_t offset = 0;
  bool hyphen = false;
  int width = 0;          // of the word up to here, in font units
  int divided_width = 0;  // the same with the hyphen
};

/// Lengths in font units.
struct ShapedWord {
  std::vector<Glyph> glyphs;
  int width = 0;
  std::vector<WordBreak> breaks;
  std::vector<std::string> missing;  // characters that no font has: "‰ (U+2030)"
};

class Shaper {
 public:
  /// The fonts and patterns must outlive the Shaper.
  Shaper(const FontSet& fonts, const HyphenationPatterns& patterns, const std::string& language);
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  const FontFile& font(FontIndex index) const;

  /// A word without spaces that break (no-break spaces may be inside). The reference stays valid until words are
  /// forgotten.
  const ShapedWord& word(FontIndex font, std::string_view text);

  /// Width of a text on one line, in points.
  double width(std::string_view text, const TextStyle& style);

  /// The text on one line, its origin at (0, 0).
  GlyphRun run(std::string_view text, const TextStyle& style);

  /// Forgets all words once there are very many, for a batch meets new names and numbers without end. To be called
  /// between documents: references to words end here.
  void forget_if_many();

  /// Characters that no font had, each once, since the last call.
  std::vector<std::string> take_missing();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Appends a shaped word to a run: glyphs, text and width.
void append_word(GlyphRun& run, const ShapedWord& word, std::string_view text, const FontFile& font);

}  // namespace mognad
