#include "input/problem_groups.h"

#include <fmt/format.h>

namespace mognad {
namespace {

constexpr int kTold = 10;

}  // namespace

bool ProblemGroups::admits(Severity severity, std::string_view kind) {
  auto found = counts_.find(kind);
  if (found == counts_.end()) found = counts_.emplace(std::string(kind), Count{severity}).first;
  return ++found->second.found <= kTold;
}

void ProblemGroups::done() {
  for (auto& [kind, count] : counts_) {
    if (count.found > kTold)
      tell({count.severity,
            {file_},
            fmt::format("{} more problems of the kind \"{}\" in this file", count.found - kTold, kind),
            {},
            count.found - kTold});
    count.found = 0;
  }
}

}  // namespace mognad
