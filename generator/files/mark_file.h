// MarkFile: one short line in a file of its own, overwritten in place again and again: cheap enough to be written after
// each of many steps. What is written survives the end of the process at once, and of the machine after sync(). Each
// line says of itself that it is whole: one that was cut is none. Only its owner may read it. Moved, not copied; for
// one thread at a time, while other processes may read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "files/descriptor.h"

namespace mognad {

class MarkFile {
 public:
  /// Makes the file, empty, if it is missing, once everything that was made in its folder before is on the disk.
  static Result<MarkFile> open(const std::string& path);

  /// The line; empty when there is no whole one.
  std::string read() const;
  /// At most 200 bytes without a line break.
  std::optional<Problem> write(std::string_view line) const;
  std::optional<Problem> sync() const;

 private:
  MarkFile(std::string path, Descriptor file) : path_(std::move(path)), file_(std::move(file)) {}

  std::string path_;
  Descriptor file_;
};

/// The line of a file that is not opened for writing, nor made; empty when there is none.
std::string read_mark(const std::string& path);

}  // namespace mognad
