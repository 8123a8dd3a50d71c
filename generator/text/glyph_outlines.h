// Glyph outlines: the shape of a glyph as a path, for exporters that paint letters instead of naming them. Outlines are
// unhinted, so every size and every machine sees the same shape. They are cached: an object belongs to one thread.
#pragma once

#include <memory>
#include <vector>

#include "text/font_set.h"

namespace mognad {

class GlyphOutlines {
 public:
  /// The fonts must outlive the outlines.
  explicit GlyphOutlines(const FontSet& fonts);
  ~GlyphOutlines();
  GlyphOutlines(const GlyphOutlines&) = delete;
  GlyphOutlines& operator=(const GlyphOutlines&) = delete;

  /// In font units with y downwards, the origin on the baseline; empty for a space. The reference stays valid.
  const std::vector<Segment>& outline(FontIndex font, std::uint32_t glyph);

  const FontFile& font(FontIndex font) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mognad
