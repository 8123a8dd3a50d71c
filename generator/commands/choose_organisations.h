// Which organisations a command works on: --only, --where and --shard.
#pragma once

#include <string>
#include <vector>

#include "commands/command_options.h"
#include "dataset/dataset.h"
#include "dataset/survey.h"

namespace mognad {

/// The property's value of the first organisation with that text in the column beside it, `<property>_code`, or the
/// text itself: "05" is as good as the county's name.
std::string value_of_code(const Dataset& dataset, const std::string& property, const std::string& text);

/// The organisations that --only names, or all, as far as --where and --shard let them; those that did not measure in
/// the survey's year are a problem, or left out.
std::vector<OrganisationIndex> choose_organisations(const Survey& survey, const Dataset& dataset,
                                                    const CommandOptions& options, Problems& problems);

}  // namespace mognad
