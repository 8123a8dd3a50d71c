#include "input/row_names.h"

#include <fmt/format.h>

#include "language/edit_distance.h"
#include "language/normalise.h"

namespace mognad {

std::vector<std::string> codes_of(const Dataset& dataset) {
  std::vector<std::string> codes;
  for (const Organisation& o : dataset.organisations) codes.push_back(o.code);
  return codes;
}

OrganisationIndex known_organisation(DataTable& table, std::size_t column, const std::string& code,
                                     const Dataset& dataset) {
  const OrganisationIndex index = dataset.find_organisation(code);
  if (index < 0)
    table.error("unknown organisation", column, fmt::format("no organisation has the code '{}'", excerpt(code)),
                hint_for(code, codes_of(dataset)));
  return index;
}

NodeIndex known_node(DataTable& table, std::size_t column, const Model& model, Level highest) {
  const std::string id = normalised(table.field(column));
  const NodeIndex found = model.find(id);
  if (found != kNoNode && model.node(found).level >= highest) return found;
  std::vector<std::string> ids;
  for (const Node& node : model.nodes)
    if (node.level >= highest) ids.push_back(node.id);
  if (found == kNoNode)
    table.error("unknown node", column, fmt::format("the model has no node '{}'", excerpt(id)), hint_for(id, ids));
  else
    table.error("level of node", column, fmt::format("'{}' stands too high in the model", excerpt(id)),
                fmt::format("expected the id of a node further down, such as '{}'", ids.front()));
  return kNoNode;
}

}  // namespace mognad
