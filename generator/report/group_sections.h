// The sections of a group's report, one function each. A section that has nothing to show returns nothing. `name` is
// what the group is called.
#pragma once

#include <optional>
#include <string>

#include "report/group_facts.h"

namespace mognad {

Section group_summary(const GroupFacts& facts, const std::string& name);
/// Nothing where the group's median on an axis may not be told.
std::optional<Section> group_matrix(const GroupFacts& facts, const std::string& name);
Section group_categories(const GroupFacts& facts, const std::string& name);
std::optional<Section> group_strengths(const GroupFacts& facts, const std::string& name);
std::optional<Section> group_change(const GroupFacts& facts, const std::string& name);
Section group_method(const GroupFacts& facts);

}  // namespace mognad
