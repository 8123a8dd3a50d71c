#include "report/status_sections.h"

namespace mognad {

/// Its entries are filled in when all sections are known.
std::optional<Section> status_contents(const StatusFacts& f, const StatusSectionChoice&) {
  Section section;
  section.message = f.words().say("contents.message");
  section.numbered = false;
  section.blocks.push_back(Contents{});
  return section;
}

}  // namespace mognad
