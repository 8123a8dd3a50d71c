#include "batch/mail_queue.h"

#include <algorithm>

namespace mognad {

void MailQueue::hold_until(double time) { held_until_ = std::max(held_until_, time); }

MailQueue::Turn MailQueue::next(double now) {
  if (fresh_.empty() && waiting_.empty()) return {};
  if (now < held_until_) return {std::nullopt, held_until_ - now};
  if (!waiting_.empty() && waiting_.begin()->first <= now) {
    const Entry entry = waiting_.begin()->second;
    waiting_.erase(waiting_.begin());
    return {entry};
  }
  if (fresh_.empty()) return {std::nullopt, waiting_.begin()->first - now};
  const Entry entry = fresh_.front();
  fresh_.pop_front();
  return {entry};
}

double pause_after(int failures, const MailRetry& retry) {
  double pause = retry.first_pause;
  for (int i = 1; i < failures && pause < retry.longest_pause; ++i) pause *= 2;
  return std::min(pause, retry.longest_pause);
}

}  // namespace mognad
