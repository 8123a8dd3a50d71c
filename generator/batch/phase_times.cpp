#include "batch/phase_times.h"

#include <ctime>

namespace mognad {

std::int64_t processor_time(TimeOf of) {
  timespec time{};
  ::clock_gettime(of == TimeOf::thread ? CLOCK_THREAD_CPUTIME_ID : CLOCK_PROCESS_CPUTIME_ID, &time);
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

}  // namespace mognad
