// The figures of one organisation as files for slides: each as SVG, as PNG and with its words as text.
#pragma once

#include "batch/render_batch.h"
#include "text/glyph_outlines.h"

namespace mognad {

struct FigureFile {
  std::string file;  // relative to the output folder
  std::string bytes;
};

/// In the order of the report, which has none without results. Used by the batch and by tests.
Result<std::vector<FigureFile>> render_figures(const BatchInputs& inputs, OrganisationIndex organisation,
                                               const Words& words, Shaper& shaper, GlyphOutlines& outlines);

}  // namespace mognad
