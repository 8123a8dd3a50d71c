// LanguageTools: what a thread keeps for a language. Formats, shaped words and outlines are caches, so it belongs to
// one thread.
#pragma once

#include <memory>
#include <vector>

#include "batch/render_report.h"
#include "text/glyph_outlines.h"

namespace mognad {

struct LanguageTools {
  Words words;
  Shaper shaper;
  GlyphOutlines outlines;
  LanguageTools(const LanguageResources& resources, const FontSet& fonts)
      : words(resources.language),
        shaper(fonts, resources.hyphenation, resources.language.document_tag),
        outlines(fonts) {}
};

/// In the order of the languages.
using ToolsOfThread = std::vector<std::unique_ptr<LanguageTools>>;

inline std::shared_ptr<ToolsOfThread> tools_of_thread(const std::vector<LanguageResources>& languages,
                                                      const FontSet& fonts) {
  auto tools = std::make_shared<ToolsOfThread>();
  for (const LanguageResources& language : languages)
    tools->push_back(std::make_unique<LanguageTools>(language, fonts));
  return tools;
}

}  // namespace mognad
