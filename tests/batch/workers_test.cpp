#include "batch/workers.h"

#include <catch2/catch.hpp>
#include <mutex>
#include <set>

using namespace mognad;

namespace {

const std::atomic<bool> kNever = false;

}  // namespace

TEST_CASE("Each task runs exactly once on any number of threads", "[batch]") {
  for (const unsigned jobs : {0u, 1u, 4u, 32u}) {
    std::vector<std::atomic<int>> runs(1000);
    run_tasks(runs.size(), jobs, kNever, [&] { return [&](std::size_t task) { ++runs[task]; }; });
    CHECK(std::all_of(runs.begin(), runs.end(), [](const auto& count) { return count == 1; }));
  }
}

TEST_CASE("No tasks make no worker", "[batch]") {
  int made = 0;
  run_tasks(0, 4, kNever, [&] {
    ++made;
    return [](std::size_t) {};
  });
  CHECK(made == 0);
}

TEST_CASE("There are no more workers than jobs or tasks, each made on its thread", "[batch]") {
  for (const auto& [tasks, jobs, most] :
       {std::tuple<std::size_t, unsigned, std::size_t>{100, 4, 4}, {2, 8, 2}, {5, 1, 1}}) {
    std::mutex mutex;
    std::set<std::thread::id> threads;
    std::size_t made = 0;
    bool elsewhere = false;
    run_tasks(tasks, jobs, kNever, [&] {
      const std::lock_guard lock(mutex);
      ++made;
      threads.insert(std::this_thread::get_id());
      return [&, own = std::this_thread::get_id()](std::size_t) {
        if (std::this_thread::get_id() != own) elsewhere = true;
      };
    });
    CHECK(made == most);
    CHECK(threads.size() == most);
    CHECK_FALSE(elsewhere);
  }
}

TEST_CASE("One thread takes the tasks in order", "[batch]") {
  std::vector<std::size_t> order;
  run_tasks(5, 1, kNever, [&] { return [&](std::size_t task) { order.push_back(task); }; });
  CHECK(order == std::vector<std::size_t>{0, 1, 2, 3, 4});
}

TEST_CASE("No task begins after the stop", "[batch]") {
  std::atomic<bool> stop = false;
  std::size_t run = 0;
  run_tasks(100, 1, stop, [&] {
    return [&](std::size_t task) {
      ++run;
      if (task == 2) stop = true;
    };
  });
  CHECK(run == 3);
  run_tasks(100, 4, stop, [&] { return [&](std::size_t) { ++run; }; });
  CHECK(run == 3);
}
