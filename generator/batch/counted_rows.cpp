#include "batch/counted_rows.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

namespace mognad {

void CountedRows::add(Problem problem, const std::string& of) {
  rows_.push_back(std::move(problem));
  organisations_.insert(of);
}

void CountedRows::tell(RowsTold told, const InWords& in_words, Problems& problems) const {
  if (told == RowsTold::each || rows_.size() < 2) {
    problems.insert(problems.end(), rows_.begin(), rows_.end());
    return;
  }
  Problem all = rows_.front();
  all.message = in_words(rows_.size(), some_of(organisations_));
  all.hint += (all.hint.empty() ? "" : "; ") + std::string("--verbose tells each");
  all.count = static_cast<int>(rows_.size());
  problems.push_back(std::move(all));
}

std::string some_of(const std::set<std::string>& organisations) {
  constexpr std::size_t kShown = 5;
  std::vector<std::string> shown;
  for (const std::string& organisation : organisations)
    if (shown.size() < kShown) shown.push_back(organisation);
  if (organisations.size() == shown.size() + 1) shown.push_back(*organisations.rbegin());  // "and 1 more" says less
  const std::string more = organisations.size() > shown.size()
                               ? fmt::format(" and {} more", organisations.size() - shown.size())
                               : std::string();
  return fmt::format("{}{}", fmt::join(shown, ", "), more);
}

}  // namespace mognad
