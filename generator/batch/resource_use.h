// What the program has used since it began: time, processor time of all threads, memory at its most. Any thread may
// ask.
#pragma once

namespace mognad {

struct ResourceUse {
  double seconds = 0;
  double processor_seconds = 0;
  double megabytes = 0;  // resident at one time, at most
};

ResourceUse resource_use();

}  // namespace mognad
