// MailQueue: which message is tried next. First those whose pause is over, then those that were never tried: what waits
// holds nobody up. Times are seconds of a clock that never goes back. For one thread at a time.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <optional>

#include "dataset/mail_settings.h"

namespace mognad {

class MailQueue {
 public:
  struct Entry {
    std::size_t message = 0;  // number in the plan
    int tries = 0;            // of this run
  };
  struct Turn {
    std::optional<Entry> entry;  // nothing: none may be tried yet
    double wait = 0;             // seconds; 0 with no entry: the queue is empty
  };

  void add(std::size_t message) { fresh_.push_back({message, 0}); }
  void add_later(Entry entry, double ready) { waiting_.emplace(ready, entry); }

  /// None before that time, whoever waits: the server can't be reached.
  void hold_until(double time);

  Turn next(double now);

 private:
  std::deque<Entry> fresh_;
  std::multimap<double, Entry> waiting_;  // by when they may be tried
  double held_until_ = 0;
};

/// The pause after the nth failure, in seconds: each is twice the one before, up to the longest.
double pause_after(int failures, const MailRetry& retry);

}  // namespace mognad
