#include <algorithm>
#include <chrono>
#include <thread>

#include "batch/send_mail.h"

namespace mognad {
namespace {

class SystemClock final : public Clock {
 public:
  std::int64_t now() const override {
    using namespace std::chrono;
    return duration_cast<std::chrono::seconds>(system_clock::now().time_since_epoch()).count();
  }

  double seconds() const override {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
  }

  void pause(double length, const std::atomic<bool>& stop) override {
    constexpr double kLook = 0.1;  // seconds: a signal handler can wake nobody
    const double end = seconds() + length;
    for (double left = length; left > 0 && !stop; left = end - seconds())
      std::this_thread::sleep_for(std::chrono::duration<double>(std::min(left, kLook)));
  }
};

}  // namespace

std::unique_ptr<Clock> make_system_clock() { return std::make_unique<SystemClock>(); }

}  // namespace mognad
