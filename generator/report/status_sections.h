// The sections of the status report, one function each. A section that has nothing to show returns nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/nation_facts.h"

namespace mognad {

/// What the sections have in common. Borrowed for the making of a report.
struct StatusFacts {
  const NationFacts& nation;  // of the type with the most organisations
  const std::vector<NationalFigure>& figures;
  const StatusTemplate& layout;
  std::vector<const NationalFigure*> named(const std::vector<std::string>& names) const;  // in the order of names
  const Words& words() const { return nation.words; }
};

std::optional<Section> status_summary(const StatusFacts& facts, const StatusSectionChoice& choice);
std::optional<Section> status_contents(const StatusFacts& facts, const StatusSectionChoice& choice);
std::optional<Section> status_figures(const StatusFacts& facts, const StatusSectionChoice& choice);
std::optional<Section> status_editions(const StatusFacts& facts, const StatusSectionChoice& choice);
std::optional<Section> status_method(const StatusFacts& facts, const StatusSectionChoice& choice);
std::optional<Section> status_participants(const StatusFacts& facts, const StatusSectionChoice& choice);
std::optional<Section> status_tables(const StatusFacts& facts, const StatusSectionChoice& choice);

/// Whether the numbers stand below the figure where it is shown. Those of longer tables, and of figures that share the
/// width of the page with words, stand together in their own section.
bool has_table_below(const NationalFigure& figure);
bool has_table_elsewhere(const StatusFacts& facts, const NationalFigure& figure);

/// All who measured in the survey's year, in the order of the dataset; empty without the participants' agreement that
/// they are named. Those with too few respondents are among them: whoever were left out would be known by it.
std::vector<OrganisationIndex> named_participants(const NationInputs& inputs);

}  // namespace mognad
