// SharedJournal: lines that several threads write to one file. Those that wait while others are flushed to the disk are
// flushed together, so that a slow disk holds a thread up for one flush and not for one of each other thread.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "files/files.h"

namespace mognad {

class SharedJournal {
 public:
  explicit SharedJournal(std::unique_ptr<LineWriter> writer) : writer_(std::move(writer)) {}

  /// Whole lines, the last one without its end. Returns when they are on the disk, or what went wrong. Any thread.
  std::optional<Problem> write(std::string_view lines);

 private:
  struct Group {
    std::string lines;
    bool done = false;
    std::optional<Problem> problem;
  };

  std::unique_ptr<LineWriter> writer_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::shared_ptr<Group> waiting_ = std::make_shared<Group>();  // whose lines are flushed next
  bool flushing_ = false;
};

}  // namespace mognad
