// The groups of one definition of the survey beside each other: its counties, its size classes. Names are the survey's.
#pragma once

#include <optional>
#include <string>

#include "report/nation_rows.h"

namespace mognad {

struct NationGroups {
  std::string head;  // what one is: "Storleksklass"; where the survey has no word what they are called together
  std::string many;  // what they are called together: "storleksklasser", or a general word
  NationRows rows;   // in the order in which the survey lists the values; without such an order by median
};

/// The groups of the choice's definition, of the type, that measured in the survey's year, withheld ones too. Nothing:
/// no such definition, it is not for this type, or it gives no groups of the year.
std::optional<NationGroups> nation_groups(const NationFacts& f, const FigureChoice& choice);

}  // namespace mognad
