// What the recipient of reports knows besides them, and what is true. The attacker reads the first as a table; the
// second only tells whether what it claims is right.
//
// The first is more than a recipient will know in practice: the model with its weights, which organisations measured
// when, their types, groups and nearest ones, which of them are counted at which node, how many people were invited and
// answered, and how many organisations had which type in the matrix.
#pragma once

#include <string>
#include <vector>

#include "attack/random_survey.h"

namespace mognad::attack {

/// One row a fact; the columns are in the first line. `recipients`: whose units are known.
std::string public_csv(const RandomSurvey& made, const std::vector<OrganisationIndex>& recipients);

/// The values of organisations, units and kinds of units; their agreement, response rates and places in the matrix.
std::string truth_csv(const RandomSurvey& made);

}  // namespace mognad::attack
