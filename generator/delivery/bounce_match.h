// Which message does a delivery report speak of? Reports come from outside, so one is believed only where the message
// that it names is in the ledger, was handed over, and went to the very recipient that the report is about. Pure;
// threads may call it at the same time.
#pragma once

#include <vector>

#include "delivery/bounce.h"
#include "delivery/ledger.h"

namespace mognad {

enum class BounceMatch {
  matched,
  unnamed_message,  // it doesn't say which message was returned
  unknown_message,  // of another survey, or none of ours
  not_sent,         // the server hasn't taken this message
  other_recipient   // forwarded, or made up
};

struct MatchedBounce {
  BounceMatch match = BounceMatch::unnamed_message;
  const LedgerRow* row = nullptr;  // of the message that is named; null: there is none
};

/// `rows` in any order; the row that is found is one of them.
MatchedBounce match_bounce(const DeliveryReport& report, const std::vector<LedgerRow>& rows);

/// How much an action tells (RFC 3464, 2.3.3): that a message failed more than that it was delivered or handed on, and
/// that more than that it is late. 0: nothing. What tells less or as much doesn't take the place of what is known, so
/// that reports may come in any order and be read again.
int weight_of_action(const std::string& action);

}  // namespace mognad
