// Where a run's processor time goes: nanoseconds of each phase, by the clock of the thread that works
// (clock_gettime(2)), so that waiting and other programs don't count. A phase is timed by what it is wrapped in:
//   auto pages = timed(times, Phase::layout, [&] { return lay_out(report, style); });
// With null no clock is read. Not for threads to share: each has its own, and they are added up.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace mognad {

enum class Phase { reading, statistics, composing, layout, pdf, web, figures, hashing, writing };
inline constexpr std::array<std::string_view, 9> kPhaseNames{"reading", "statistics", "composing", "layout", "pdf",
                                                             "web",     "figures",    "hashing",   "writing"};

/// Whose time is meant: of this thread, or of all that the program runs, for phases that divide their work themselves.
enum class TimeOf { thread, program };

/// Nanoseconds of processor time since it began.
std::int64_t processor_time(TimeOf of);

class PhaseTimes {
 public:
  void add(Phase phase, std::int64_t nanoseconds) { times_[static_cast<std::size_t>(phase)] += nanoseconds; }
  PhaseTimes& operator+=(const PhaseTimes& other) {
    for (std::size_t i = 0; i < times_.size(); ++i) times_[i] += other.times_[i];
    return *this;
  }
  double milliseconds(Phase phase) const { return static_cast<double>(times_[static_cast<std::size_t>(phase)]) / 1e6; }

 private:
  std::array<std::int64_t, kPhaseNames.size()> times_{};
};

class PhaseTimer {
 public:
  PhaseTimer(PhaseTimes* into, Phase phase, TimeOf of)
      : into_(into), phase_(phase), of_(of), begin_(into ? processor_time(of) : 0) {}
  ~PhaseTimer() {
    if (into_) into_->add(phase_, processor_time(of_) - begin_);
  }
  PhaseTimer(const PhaseTimer&) = delete;
  PhaseTimer& operator=(const PhaseTimer&) = delete;

 private:
  PhaseTimes* into_;
  Phase phase_;
  TimeOf of_;
  std::int64_t begin_;
};

/// Does the work and returns its result.
template <class Work>
auto timed(PhaseTimes* into, Phase phase, const Work& work, TimeOf of = TimeOf::thread) {
  const PhaseTimer timer(into, phase, of);
  return work();
}

}  // namespace mognad
