// Workers: independent tasks on several threads. Each thread makes its own context; tasks are taken in order.
#pragma once

#include <algorithm>
#include <atomic>
#include <functional>
#include <system_error>
#include <thread>
#include <vector>

namespace mognad {

/// Runs `tasks` tasks on at most `jobs` threads. `make_worker` is called once on each thread and returns what is called
/// with the number of each task. No new task begins once `stop` is true.
template <class MakeWorker>
void run_tasks(std::size_t tasks, unsigned jobs, const std::atomic<bool>& stop, MakeWorker make_worker) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    auto worker = make_worker();
    while (!stop) {
      const std::size_t task = next++;
      if (task >= tasks) return;
      worker(task);
    }
  };
  const std::size_t threads = std::min<std::size_t>(std::max(1u, jobs), tasks);
  std::vector<std::jthread> pool;
  try {
    for (std::size_t i = 1; i < threads; ++i) pool.emplace_back(work);
  } catch (const std::system_error&) {
    // The system gives no more threads: those that there are do it.
  }
  if (tasks > 0) work();
}

}  // namespace mognad
