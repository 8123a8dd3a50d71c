// The groups of one definition of the survey beside each other: its counties, its size classes. Names are the survey's.
#pragma once

#include <optional>
#include <string>

#include "report/nation_rows.h"

namespace mognad {

struct NationGroups {
  std::string head;  // what the groups are: "Storleksklass", or a general word where the survey has none
  NationRows rows;   // in the order in which the survey lists the values; without such an order by median
};

/// The groups of the type that measured in the survey's year, withheld ones too. Nothing: no such definition, it is not
/// for this type, or it gives no groups of the year.
std::optional<NationGroups> nation_groups(const NationFacts& f, const std::string& definition_id);

}  // namespace mognad
