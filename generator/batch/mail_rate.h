// MailRate: how fast messages may go out, over all connections. For one thread at a time.
#pragma once

#include <algorithm>

namespace mognad {

class MailRate {
 public:
  /// Above 0.
  explicit MailRate(double messages_per_minute) : interval_(60.0 / messages_per_minute) {}

  /// Takes the next place; returns how many seconds after `now` it is. Of the time in which nobody sent a moment is
  /// made up for, so that late wakers don't slow the rest down; no more, lest a pause is followed by a burst.
  double take(double now) {
    constexpr double kMadeUpFor = 0.25;  // seconds
    const double place = std::max(next_, now - kMadeUpFor);
    next_ = place + interval_;
    return std::max(0.0, place - now);
  }

 private:
  double interval_;
  double next_ = 0;
};

}  // namespace mognad
