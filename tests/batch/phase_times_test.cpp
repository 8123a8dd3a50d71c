#include "batch/phase_times.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <memory>
#include <thread>

#include "support/batch_sample.h"

using namespace mognad;
using namespace mognad::test;

namespace {

void work_for(double milliseconds) {
  const std::int64_t begin = processor_time(TimeOf::thread);
  while (static_cast<double>(processor_time(TimeOf::thread) - begin) < milliseconds * 1e6) {
  }
}

}  // namespace

TEST_CASE("A phase is charged with the work that it wraps, and no other is", "[batch]") {
  PhaseTimes times;
  CHECK(timed(&times, Phase::layout, [] { return work_for(3), 7; }) == 7);
  CHECK(times.milliseconds(Phase::layout) >= 3);
  CHECK(times.milliseconds(Phase::pdf) == 0);
}

TEST_CASE("Waiting costs no processor time", "[batch]") {
  PhaseTimes times;
  timed(&times, Phase::writing, [] { std::this_thread::sleep_for(std::chrono::milliseconds(50)); });
  CHECK(times.milliseconds(Phase::writing) < 25);
}

TEST_CASE("What other threads do counts for the program and not for this thread", "[batch]") {
  PhaseTimes times;
  const auto elsewhere = [] { std::jthread([] { work_for(5); }); };
  timed(&times, Phase::reading, elsewhere, TimeOf::program);
  timed(&times, Phase::layout, elsewhere);
  CHECK(times.milliseconds(Phase::reading) >= 5);
  CHECK(times.milliseconds(Phase::layout) < 5);
}

TEST_CASE("A result that can only be moved passes through", "[batch]") {
  CHECK(*timed(nullptr, Phase::pdf, [] { return std::make_unique<int>(4); }) == 4);
}

TEST_CASE("A batch tells of each report once, and its times add up to those of all", "[batch]") {
  MemoryFiles files;
  BatchOptions o = options(2, 2);
  o.profile = true;
  std::vector<DoneReport> done;
  o.report_done = [&](const DoneReport& report) { done.push_back(report); };
  const BatchResult result = render_batch(sample().inputs, o, files);
  REQUIRE(done.size() == 4);
  PhaseTimes sum;
  std::size_t bytes = 0, told = 0;
  for (const DoneReport& report : done) {
    CHECK_FALSE(report.failed);
    CHECK(report.pages > 5);
    CHECK(report.report.reason == RenderReason::asked);
    for (const Phase phase : {Phase::composing, Phase::layout, Phase::pdf, Phase::hashing, Phase::writing})
      CHECK(report.times.milliseconds(phase) > 0);
    sum += report.times;
    told += report.bytes;
  }
  for (const ManifestEntry& entry : result.entries) bytes += entry.bytes;
  CHECK(told == bytes);
  CHECK(sum.milliseconds(Phase::layout) == Approx(result.times.milliseconds(Phase::layout)));
  CHECK(result.times.milliseconds(Phase::web) == 0);
}

TEST_CASE("Without being asked a batch measures nothing", "[batch]") {
  MemoryFiles files;
  const BatchResult result = render_batch(sample().inputs, options(1, 1), files);
  CHECK(result.times.milliseconds(Phase::layout) == 0);
}
