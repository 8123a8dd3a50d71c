#include "batch/shared_journal.h"

#include <utility>

namespace mognad {

std::optional<Problem> SharedJournal::write(std::string_view lines) {
  std::unique_lock lock(mutex_);
  const std::shared_ptr<Group> group = waiting_;
  if (!group->lines.empty()) group->lines += '\n';
  group->lines += lines;
  while (!group->done) {
    if (flushing_) {
      changed_.wait(lock);
      continue;
    }
    // The first of the group that finds nobody at it does it for all of them.
    flushing_ = true;
    waiting_ = std::make_shared<Group>();
    lock.unlock();
    std::optional<Problem> problem = writer_->write_line(group->lines);
    lock.lock();
    group->problem = std::move(problem);
    group->done = true;
    flushing_ = false;
    changed_.notify_all();
  }
  return group->problem;
}

}  // namespace mognad
