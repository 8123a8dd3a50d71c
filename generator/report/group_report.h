// The report of a group: the organisations of one type that share a property, together. Everything in it is a median
// or a quartile of the group, which have passed disclosure control as what everyone may read; no organisation's own
// value is in it.
#pragma once

#include "report/board_report.h"
#include "report/named_text.h"

namespace mognad {

/// What the group is called: the definition's name with the value put in.
std::string group_name(const Survey& survey, const GroupKey& key, const Words& words);

/// Nothing where the group is withheld: it has too few organisations, or would give away those of another group.
std::optional<Report> build_group_report(const ReportInputs& inputs, const GroupKey& key, const Words& words);

/// The organisations that the group's report names, in the order of their codes: those with a result of the year, for a
/// name beside their number would tell who had too few respondents. Empty without the participants' agreement.
std::vector<NamedOrganisation> named_members(const ReportInputs& inputs, const GroupKey& key);

}  // namespace mognad
