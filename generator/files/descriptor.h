// A file descriptor that closes itself, and the problem that a failed call of the system becomes. For one thread at a
// time.
#pragma once

#include <fmt/format.h>
#include <unistd.h>

#include <cstring>
#include <string>
#include <utility>

#include "base/problem.h"

namespace mognad {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  int number() const { return number_; }
  bool open() const { return number_ >= 0; }
  /// Says what the kernel says at the end, which is the last chance to hear of a lost write.
  int close() { return ::close(std::exchange(number_, -1)); }

 private:
  int number_;
};

/// "can't write: No space left on device"; `code` is an errno.
inline Problem system_problem(const std::string& path, const char* doing, int code) {
  return error_at({path}, fmt::format("can't {}: {}", doing, std::strerror(code)));
}

}  // namespace mognad
