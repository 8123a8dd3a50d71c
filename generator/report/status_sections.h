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

/// The figures with what their numbers say before them. A sentence that an earlier one has said isn't said again.
Blocks figure_blocks(const StatusFacts& facts, const std::vector<const NationalFigure*>& figures);

/// Whether a section of tables holds the figure's numbers.
bool has_table_elsewhere(const StatusFacts& facts, const NationalFigure& figure);

/// How far the total is from the next target of the nation, and how fast it has changed. Empty without a target or a
/// mean.
std::string target_sentences(const NationFacts& f);

/// The types that measured in the survey's year, that of the report first.
std::vector<std::string> status_types(const NationFacts& f);

/// "21 regioner"
std::string status_count(const NationFacts& f, const std::string& type);

/// "290 kommuner och 21 regioner"
std::string status_organisations(const NationFacts& f);

/// "14 558 i kommuner"; empty where the number is withheld.
std::string status_answered(const NationFacts& f, const std::string& type);

/// "a, b och c"
std::string status_joined(const std::vector<std::string>& parts, const Words& words);

/// The words that a reader needs before the first figure.
void add_words(const NationFacts& f, Section& section);

/// "14 558 personer", without a number where it is withheld.
std::string status_respondents(const Participation& took_part, const Words& words);

/// All who measured in the survey's year, in the order of the dataset; empty without the participants' agreement that
/// they are named. Those with too few respondents are among them: whoever were left out would be known by it.
std::vector<OrganisationIndex> named_participants(const NationInputs& inputs);

}  // namespace mognad
