// Reports of groups: `mognad render --combine county=05`.
#pragma once

#include "commands/load.h"

namespace mognad {

/// The groups that --combine names: a peer group of the survey and the value that its members share. The value may also
/// be that of a column beside it, `<property>_code`. A name that there is not, or a value that no group of the year
/// has, is a problem with the nearest one.
std::vector<GroupKey> choose_groups(const Survey& survey, const Dataset& dataset, const Statistics& statistics,
                                    const CommandOptions& options, Problems& problems);

}  // namespace mognad
