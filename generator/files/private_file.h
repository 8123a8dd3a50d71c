// Files with secrets, which nobody but their owner may use. Any thread may call the function.
#pragma once

#include <string>

#include "files/files.h"

namespace mognad {

/// What an open file is beside a FileReader where it lies on a disk that others may use, too.
class HasPermissions {
 public:
  virtual ~HasPermissions() = default;
  /// The nine bits of POSIX, of the file that is open: another one may have its name by now.
  virtual unsigned permissions() const = 0;
};

/// The bytes of such a file, at most 16 MB. One that its group or others may read or write is refused before a byte of
/// it is read.
Result<std::string> read_private(const std::string& path, const Files& files);

}  // namespace mognad
