// A clock that moves only when it is told to, or when someone pauses: the twin of the system's for tests. Any thread
// may call it; pauses of several threads add up, so that what waits for each other is tested with one.
#pragma once

#include <atomic>
#include <mutex>
#include <vector>

#include "batch/send_mail.h"

namespace mognad::test {

class ManualClock final : public Clock {
 public:
  static constexpr std::int64_t kStart = 1'767'225'600;  // 2026-01-01 00:00:00 UTC

  std::int64_t now() const override { return kStart + static_cast<std::int64_t>(seconds()); }

  double seconds() const override {
    const std::lock_guard lock(mutex_);
    return seconds_;
  }

  /// Nobody waits: time has passed when it returns. Where `stop` is true none has.
  void pause(double seconds, const std::atomic<bool>& stop) override {
    if (stop) return;
    const std::lock_guard lock(mutex_);
    pauses_.push_back(seconds);
    if (seconds > 0) seconds_ += seconds;
  }

  void advance(double seconds) {
    const std::lock_guard lock(mutex_);
    seconds_ += seconds;
  }

  /// In order, as they were asked for.
  std::vector<double> pauses() const {
    const std::lock_guard lock(mutex_);
    return pauses_;
  }

 private:
  mutable std::mutex mutex_;
  double seconds_ = 0;
  std::vector<double> pauses_;
};

}  // namespace mognad::test
