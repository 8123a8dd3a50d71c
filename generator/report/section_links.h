// What joins the sections of a report when all of them are known: the contents, cross-references, and the words that
// the template puts into a section.
#pragma once

#include <string>
#include <vector>

#include "language/words.h"
#include "report/report.h"

namespace mognad {

/// What the template says in its own words: another message, and paragraphs before the section's own content.
void add_own_words(const LocalText& message, const std::vector<LocalText>& paragraphs, const LanguageTag& tag,
                   Section& section);

/// The entries of contents: every section but the contents themselves. `left_out` names those of the template that had
/// nothing to show, and may be empty.
void fill_contents(std::vector<Section>& sections, const std::string& left_out, const Words& words);

/// Cross-references get the number and title of their section; one to a section that the report lacks goes.
void resolve_references(std::vector<Section>& sections, const Words& words);

}  // namespace mognad
