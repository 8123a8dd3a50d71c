#include "report/status_sections.h"

namespace mognad {

void add_words(const NationFacts& f, Section& section) {
  section.blocks.push_back(Heading{f.words.say("method.words")});
  Columns thirds{Columns::Split::thirds, true, {}};
  for (const auto& [term, meaning] :
       {std::pair{"method.median_term", "method.median_meaning"}, std::pair{"method.band_term", "method.band_meaning"},
        std::pair{"method.points_term", "method.points_meaning"}})
    thirds.columns.push_back(
        {Paragraph{{{f.words.say(term) + " ", true}, {f.words.say(meaning, {{"peers", f.peers_definite}})}},
                   Paragraph::Kind::column}});
  section.blocks.push_back(std::move(thirds));
}

/// Its entries are filled in when all sections are known.
std::optional<Section> status_contents(const StatusFacts& f, const StatusSectionChoice&) {
  Section section;
  section.message = f.words().say("contents.message");
  section.numbered = false;
  section.blocks.push_back(Contents{});
  if (!f.nation.type.empty()) add_words(f.nation, section);
  return section;
}

}  // namespace mognad
