#include "delivery/bounce_match.h"

#include <algorithm>

namespace mognad {
namespace {

bool same_address(const std::string& a, const std::string& b) {
  const auto first = MailAddress::of(a, {}), second = MailAddress::of(b, {});
  return first && second && first->key() == second->key();
}

}  // namespace

MatchedBounce match_bounce(const DeliveryReport& report, const std::vector<LedgerRow>& rows) {
  if (report.key.empty()) return {BounceMatch::unnamed_message};
  const auto row =
      std::find_if(rows.begin(), rows.end(), [&](const LedgerRow& candidate) { return candidate.key == report.key; });
  if (row == rows.end()) return {BounceMatch::unknown_message};
  if (row->state != MailState::accepted && row->state != MailState::unknown) return {BounceMatch::not_sent, &*row};
  if (!same_address(report.recipient, row->address)) return {BounceMatch::other_recipient, &*row};
  return {BounceMatch::matched, &*row};
}

int weight_of_action(const std::string& action) {
  if (action == "failed") return 3;
  if (action == "delivered" || action == "relayed" || action == "expanded") return 2;
  return action == "delayed" ? 1 : 0;
}

}  // namespace mognad
