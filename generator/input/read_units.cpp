#include "input/read_units.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "input/row_names.h"
#include "input/writable_text.h"
#include "language/edit_distance.h"
#include "language/normalise.h"

namespace mognad {
namespace {

void refuse_fault(DataTable& table, std::size_t column, const std::optional<TextFault>& fault) {
  if (fault) table.error(fault->kind, column, fault->message, fault->hint);
}

}  // namespace

void read_units(const Survey& survey, DataTable table, Dataset& dataset) {
  const auto organisation = table.require("organisation");
  const auto unit = table.require("unit");
  if (!organisation || !unit) return;
  const auto name = table.find("name");
  const auto type = table.find("unit_type");
  std::vector<std::string> types;
  for (const UnitType& t : survey.unit_types) types.push_back(t.id);
  std::map<std::pair<int, std::string>, int> lines;
  while (table.next()) {
    const std::string code = normalised(table.field(*organisation));
    const int index = known_organisation(table, *organisation, code, dataset);
    if (index < 0) continue;
    refuse_fault(table, *unit, fault_of_unit_id(table.field(*unit)));
    if (name) refuse_fault(table, *name, fault_of(table.field(*name), "unit's name", kLongestName));
    Unit u{index, normalised(table.field(*unit)), name ? normalised(table.field(*name)) : "",
           type ? std::string(table.field(*type)) : ""};
    if (!u.unit_type.empty() && std::find(types.begin(), types.end(), u.unit_type) == types.end())
      table.error("unknown unit type", *type, fmt::format("the survey knows no unit type '{}'", excerpt(u.unit_type)),
                  hint_for(u.unit_type, types));
    if (const auto [first, added] = lines.emplace(std::pair(index, u.id), table.line()); !added)
      table.error("duplicate unit", *unit,
                  fmt::format("the unit '{}' of '{}' stands in the file already, in line {}", excerpt(u.id),
                              excerpt(code), first->second),
                  "remove one of the rows or correct its id");
    else dataset.units.push_back(std::move(u));
  }
  table.done();
}

}  // namespace mognad
