// The summary of a check as one JSON object on one line, for a program. Keys are never taken away. `refused` is there
// always; without data only `refused`, the counts of problems and `problem_files`.
#pragma once

#include <string>

#include "commands/check_summary.h"

namespace mognad {

/// Without a line break at the end.
std::string check_json(const CheckSummary& summary);

}  // namespace mognad
