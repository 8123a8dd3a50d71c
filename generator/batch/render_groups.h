// Reports of groups of organisations: few, and made one after another.
#pragma once

#include <string>
#include <vector>

#include "batch/render_batch.h"

namespace mognad {

/// Writes `groups/<name>.<language>.pdf` below the output folder for each group and language. A group that may not be
/// shown is an error and named among the failed; the others are made.
BatchResult render_groups(const BatchInputs& inputs, const std::vector<GroupKey>& keys, const std::string& output,
                          Files& files);

}  // namespace mognad
