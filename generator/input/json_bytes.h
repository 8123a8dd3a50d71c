// The bytes of a JSON file, one after another, with the place of each. A block of the file is in memory, so that a file
// of any size takes the same. For one thread at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "files/files.h"

namespace mognad {

/// A place between two bytes of a text. Lines end with LF, CRLF or CR; columns count characters of UTF-8.
struct JsonSpot {
  std::uint64_t offset = 0;
  int line = 1;
  int column = 1;
  bool after_return = false;  // behind a CR: an LF belongs to the same line end

  void pass(char byte);
  void pass(std::string_view bytes) {
    for (const char byte : bytes) pass(byte);
  }
  Place in(const std::string& file) const { return {file, line, column}; }
};

class JsonBytes {
 public:
  static constexpr int kEnd = -1;

  JsonBytes(const FileReader& file, Problems& problems);

  /// The next byte, 0 to 255; kEnd past the last, or when the file can't be read: then failed() and a problem.
  int peek() { return at_ < block_.size() || fill() ? static_cast<unsigned char>(block_[at_]) : kEnd; }

  /// Passes over the byte that peek() gave.
  void advance() { spot_.pass(block_[at_++]); }

  /// Passes over white space (RFC 8259, 2) and peeks.
  int skip_space();

  const JsonSpot& spot() const { return spot_; }
  void go_to(const JsonSpot& spot);
  bool failed() const { return failed_; }

 private:
  bool fill();

  const FileReader& file_;
  Problems& problems_;
  std::string block_;
  std::size_t at_ = 0;
  JsonSpot spot_;
  bool failed_ = false;
};

}  // namespace mognad
