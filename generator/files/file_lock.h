// FileLock: what only one process may do at a time. The kernel holds it with an open file (flock) and lets go when the
// process ends, however it ends, so that nothing is ever left locked. The file itself stays and means nothing. Moved,
// not copied; for one thread at a time.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "files/descriptor.h"

namespace mognad {

class FileLock {
 public:
  /// Nothing, without a problem, when another process has it, or another FileLock of this one. Makes the file, for its
  /// owner alone; its folder must be there.
  static Result<std::optional<FileLock>> take(const std::string& path);

 private:
  explicit FileLock(Descriptor file) : file_(std::move(file)) {}

  Descriptor file_;
};

}  // namespace mognad
