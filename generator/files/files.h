// The outside world as the program sees it: files that are read whole and written whole. Everything below batch/
// reaches the disk through this interface; tests use the twin in memory.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace mognad {

/// A file that grows by whole lines, each flushed to the disk before the call returns.
class LineWriter {
 public:
  virtual ~LineWriter() = default;
  virtual std::optional<Problem> write_line(std::string_view line) = 0;
};

/// The bytes of a file to be written, so many that they are never in memory together: calls `part` with one part after
/// the other.
using FileParts = std::function<void(const std::function<void(std::string_view)>& part)>;

/// A file that is read in parts, from any place, so that its size is no matter of memory. For one thread at a time.
class FileReader {
 public:
  virtual ~FileReader() = default;

  virtual std::uint64_t size() const = 0;

  /// Fills `into` with the bytes from `offset` on and returns how many there were: fewer than asked for at the end
  /// only.
  virtual Result<std::size_t> read_at(std::uint64_t offset, std::span<char> into) const = 0;
};

/// Paths are UTF-8, absolute or relative to the working folder. All functions may be called from several threads.
class Files {
 public:
  virtual ~Files() = default;

  virtual Result<std::string> read(const std::string& path) const = 0;
  virtual Result<std::unique_ptr<FileReader>> open(const std::string& path) const = 0;
  virtual bool exists(const std::string& path) const = 0;

  /// The path without links, "." and "..": two paths of one file become the same. Of what is missing, as far as it is
  /// there.
  virtual std::string real_path(const std::string& path) const = 0;

  /// Writes the file whole or not at all: a temporary file in the same folder, flushed to the disk, renamed. Makes
  /// the folder when it is missing. Returns what went wrong, and then the old file is untouched.
  virtual std::optional<Problem> write_whole(const std::string& path, std::string_view bytes) = 0;

  /// The same of a file in a folder or deeper. The folder may be reached through links; below it none is followed, so
  /// that nothing is written outside, whatever the name, which is relative and has no part "..".
  virtual std::optional<Problem> write_below(const std::string& folder, const std::string& name,
                                             std::string_view bytes) = 0;

  virtual std::optional<Problem> remove(const std::string& path) = 0;

  /// Removes what killed processes have left unfinished in the folder, and in those of these names inside it; see
  /// leftovers.h.
  virtual void remove_leftovers(const std::string& folder, const std::vector<std::string>& inner) = 0;

  /// Opens a new file for lines that begins with `first`, whole lines or nothing. It takes the place of a file or a
  /// link that stands there, and at no moment is there one with less than those.
  virtual Result<std::unique_ptr<LineWriter>> write_lines(const std::string& path, std::string_view first) = 0;

  /// Names (not paths) of the files in a folder, sorted by bytes; empty when the folder is missing.
  virtual std::vector<std::string> list(const std::string& folder) const = 0;
};

}  // namespace mognad
