// A file in memory that a library may open by a path, for libraries that write to paths alone. It has no name in any
// folder and is gone with the value (memfd_create(2), Linux). For one thread at a time.
#pragma once

#include <string>

#include "base/result.h"
#include "files/descriptor.h"

namespace mognad {

class UnnamedFile {
 public:
  /// Empty. `what` is named in problems.
  static Result<UnnamedFile> make(const std::string& what);

  /// Good while the value lives, in this process alone.
  std::string path() const;

  /// Everything that was written to it.
  Result<std::string> bytes() const;

 private:
  UnnamedFile(Descriptor descriptor, std::string what);

  Descriptor descriptor_;
  std::string what_;
};

/// The folder where a library shall put files that it needs for a moment: one whose files are kept in memory, or empty
/// where the system has none.
std::string folder_in_memory();

}  // namespace mognad
