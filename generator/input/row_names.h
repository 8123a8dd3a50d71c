// Names in the rows of a table that must be known elsewhere: an organisation's code, a node's id. One that isn't is an
// error at its field with the nearest that is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "input/data_table.h"
#include "model/model.h"

namespace mognad {

std::vector<std::string> codes_of(const Dataset& dataset);

/// The organisation of that code; −1, and a problem, when there is none.
OrganisationIndex known_organisation(DataTable& table, std::size_t column, const std::string& code,
                                     const Dataset& dataset);

/// The node that the field names, at any level from `highest` down; kNoNode, and a problem, when there is none.
NodeIndex known_node(DataTable& table, std::size_t column, const Model& model, Level highest = Level::total);

}  // namespace mognad
