#include "report/sections.h"

namespace mognad {

/// Its entries are filled in when all sections are known.
std::optional<Section> contents_section(const ReportFacts& f) {
  Section section;
  section.message = f.words.say("contents.message");
  section.numbered = false;
  section.blocks.push_back(Contents{});
  return section;
}

}  // namespace mognad
