#include "files/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

namespace mognad {

Result<std::optional<FileLock>> FileLock::take(const std::string& path) {
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (!file.open()) return system_problem(path, "lock", errno);
  if (::flock(file.number(), LOCK_EX | LOCK_NB) == 0) return std::optional<FileLock>(FileLock(std::move(file)));
  if (errno == EWOULDBLOCK) return std::optional<FileLock>();
  return system_problem(path, "lock", errno);
}

}  // namespace mognad
