#include "statistics/participation.h"

#include <algorithm>
#include <numeric>

#include "statistics/national.h"
#include "statistics/quantile.h"

namespace mognad {
namespace {

int least_organisations(const DisclosurePolicy& policy) { return policy.minimum_others + 1; }

void add_respondents(Participation& result, const DisclosurePolicy& policy,
                     std::span<const Measurement* const> measurements) {
  if (result.organisations < least_organisations(policy)) return;
  std::vector<int> respondents;
  for (const Measurement* measurement : measurements) respondents.push_back(measurement->respondents);
  std::sort(respondents.begin(), respondents.end());
  const std::vector<double> sorted(respondents.begin(), respondents.end());
  result.respondents_median = quantile({sorted}, 0.5);
  if (policy.complementary && tells_largest(respondents)) return;
  result.respondents = std::accumulate(respondents.begin(), respondents.end(), 0);
}

void add_response_rate(Participation& result, const DisclosurePolicy& policy,
                       std::span<const Measurement* const> measurements) {
  std::vector<double> invited, rates;
  double answered = 0, all = 0;
  for (const Measurement* measurement : measurements) {
    if (measurement->invited.value_or(0) <= 0) continue;
    invited.push_back(*measurement->invited);
    rates.push_back(100.0 * measurement->respondents / invited.back());
    answered += measurement->respondents;
    all += invited.back();
  }
  result.invited_known = static_cast<int>(invited.size());
  result.response_rate = invited.empty() ? Missing::no_answer : Missing::withheld;
  if (result.invited_known < least_organisations(policy)) return;
  if (policy.complementary && dominated(invited, rates)) return;
  result.response_rate = 100 * answered / all;
}

}  // namespace

bool tells_largest(std::span<const int> parts) {
  constexpr double kProtectedShare = 0.1;
  if (parts.size() < 3) return true;
  std::vector<int> descending(parts.begin(), parts.end());
  std::partial_sort(descending.begin(), descending.begin() + 2, descending.end(), std::greater<>());
  const int rest = std::accumulate(descending.begin() + 2, descending.end(), 0);
  return rest < kProtectedShare * descending.front();
}

Participation participation_of(const DisclosurePolicy& policy, std::span<const Measurement* const> measurements) {
  Participation result;
  result.organisations = static_cast<int>(measurements.size());
  add_respondents(result, policy, measurements);
  add_response_rate(result, policy, measurements);
  return result;
}

}  // namespace mognad
