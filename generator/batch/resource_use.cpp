#include "batch/resource_use.h"

#include <sys/resource.h>

#include <chrono>

#include "batch/phase_times.h"

namespace mognad {
namespace {

// Set before main() is entered.
const auto kBegan = std::chrono::steady_clock::now();

}  // namespace

ResourceUse resource_use() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  ResourceUse used;
  used.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - kBegan).count();
  used.processor_seconds = static_cast<double>(processor_time(TimeOf::program)) / 1e9;
  used.megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
  return used;
}

}  // namespace mognad
