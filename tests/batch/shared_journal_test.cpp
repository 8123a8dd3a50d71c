#include "batch/shared_journal.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <set>
#include <thread>
#include <vector>

using namespace mognad;

namespace {

/// A disk that takes its time, and tells how often it was asked.
class SlowLines final : public LineWriter {
 public:
  SlowLines(std::vector<std::string>& flushes, bool fails) : flushes_(flushes), fails_(fails) {}

  std::optional<Problem> write_line(std::string_view line) override {
    CHECK(++inside_ == 1);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    flushes_.emplace_back(line);
    --inside_;
    if (fails_) return error_at({"journal"}, "the disk is full");
    return std::nullopt;
  }

 private:
  std::vector<std::string>& flushes_;
  bool fails_;
  std::atomic<int> inside_ = 0;
};

constexpr int kThreads = 8, kLines = 5;

/// What each write returned, and what was flushed.
int problems_of(std::vector<std::string>& flushes, bool fails) {
  SharedJournal journal(std::make_unique<SlowLines>(flushes, fails));
  std::atomic<int> problems = 0;
  std::vector<std::jthread> threads;
  for (int thread = 0; thread < kThreads; ++thread)
    threads.emplace_back([&, thread] {
      for (int line = 0; line < kLines; ++line)
        if (journal.write(std::to_string(thread) + "-" + std::to_string(line) + "\nmore")) ++problems;
    });
  threads.clear();
  return problems;
}

}  // namespace

TEST_CASE("Lines of many threads are all flushed, those that wait together", "[batch]") {
  std::vector<std::string> flushes;
  CHECK(problems_of(flushes, false) == 0);
  CHECK(flushes.size() < kThreads * kLines);
  std::multiset<std::string> lines;
  for (const std::string& flush : flushes)
    for (std::size_t at = 0; at < flush.size();) {
      const std::size_t end = std::min(flush.find('\n', at), flush.size());
      lines.insert(flush.substr(at, end - at));
      at = end + 1;
    }
  CHECK(lines.size() == 2 * kThreads * kLines);
  CHECK(lines.count("more") == kThreads * kLines);
  for (int thread = 0; thread < kThreads; ++thread)
    for (int line = 0; line < kLines; ++line)
      CHECK(lines.count(std::to_string(thread) + "-" + std::to_string(line)) == 1);
}

TEST_CASE("Whoever waits for a flush that fails hears of it", "[batch]") {
  std::vector<std::string> flushes;
  CHECK(problems_of(flushes, true) == kThreads * kLines);
}
