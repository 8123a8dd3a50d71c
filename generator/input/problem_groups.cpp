#include "input/problem_groups.h"

#include <fmt/format.h>

namespace mognad {

bool ProblemGroups::admits(Severity severity, std::string_view kind, int most) {
  auto found = counts_.find(kind);
  if (found == counts_.end()) found = counts_.emplace(std::string(kind), Count{severity}).first;
  Count& count = found->second;
  const bool told = count.told < most;
  ++(told ? count.told : count.rest);
  return told;
}

bool ProblemGroups::would_tell(std::string_view kind) const {
  const auto found = counts_.find(kind);
  return found == counts_.end() || found->second.told < kTold;
}

void ProblemGroups::done() {
  for (const auto& [kind, count] : counts_)
    if (count.rest > 0)
      tell({count.severity,
            {file_},
            fmt::format("{} more problems of the kind \"{}\"", count.rest, kind),
            {},
            count.rest});
  counts_.clear();
}

}  // namespace mognad
